namespace SynthFarm.Core.Selection.Curriculum;

/// <summary>The order the rows are to be trained on in.</summary>
public sealed record CurriculumOptions
{
    /// <summary>What makes a row easy. Default <see cref="CurriculumMeasure.Difficulty"/>.</summary>
    public CurriculumMeasure By { get; init; } = CurriculumMeasure.Difficulty;

    /// <summary>Rows of a mini-batch: no row is easier than one of an earlier mini-batch of its topic, within one the order is random. Default 32. 1 to 65,536.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>How topics follow each other. Default <see cref="TopicLayout.Blocks"/>.</summary>
    public TopicLayout Topics { get; init; } = TopicLayout.Blocks;

    /// <summary>Changes of the topics' order that are tried. Default 100,000. 0 to 10,000,000; 0 leaves the nearest-neighbour order.</summary>
    public int AnnealSteps { get; init; } = 100_000;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!Enum.IsDefined(By))
        {
            yield return $"{path}.by is {By}; allowed are {string.Join(", ", Enum.GetNames<CurriculumMeasure>())}.";
        }

        if (Batch is < 1 or > 65_536)
        {
            yield return $"{path}.batch is {Batch}; allowed are 1 to 65536.";
        }

        if (!Enum.IsDefined(Topics))
        {
            yield return $"{path}.topics is {Topics}; allowed are {string.Join(", ", Enum.GetNames<TopicLayout>())}.";
        }

        if (AnnealSteps is < 0 or > 10_000_000)
        {
            yield return $"{path}.annealSteps is {AnnealSteps}; allowed are 0 to 10000000.";
        }
    }
}
