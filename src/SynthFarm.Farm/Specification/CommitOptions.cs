namespace SynthFarm.Farm.Specification;

/// <summary>When finished problems are committed to the corpus, as soon as one of the bounds is reached, and when what was committed is merged. Does not change the output.</summary>
public sealed record CommitOptions
{
    /// <summary>Most problems in one commit. Default 64. 1 to 4096.</summary>
    public int MaxProblems { get; init; } = 64;

    /// <summary>Most bytes of trees in one commit, by estimate. Default 8,388,608. 1,024 to 1,073,741,824. One larger tree is a commit of its own.</summary>
    public int MaxBytes { get; init; } = 8 << 20;

    /// <summary>Longest time a finished problem waits for its commit, in seconds. Default 5. 1 to 3,600.</summary>
    public int MaxSeconds { get; init; } = 5;

    /// <summary>So many small parts of the corpus are merged into one in the background. Default 16. 2 to 64, or 0 for never.</summary>
    public int MergeParts { get; init; } = 16;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (MaxProblems is < 1 or > 4096)
        {
            yield return $"{path}.maxProblems is {MaxProblems}; allowed are 1 to 4096.";
        }

        if (MaxBytes is < 1024 or > 1 << 30)
        {
            yield return $"{path}.maxBytes is {MaxBytes}; allowed are 1024 to {1 << 30}.";
        }

        if (MaxSeconds is < 1 or > 3600)
        {
            yield return $"{path}.maxSeconds is {MaxSeconds}; allowed are 1 to 3600.";
        }

        if (MergeParts is not 0 and (< 2 or > 64))
        {
            yield return $"{path}.mergeParts is {MergeParts}; allowed are 2 to 64, or 0 for never.";
        }
    }
}
