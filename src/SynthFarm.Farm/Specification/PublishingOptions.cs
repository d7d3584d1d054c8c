using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Farm.Specification;

/// <summary>What a snapshot of the run holds. Does not change the run's output; <c>corpus publish</c> can override it.</summary>
public sealed record PublishingOptions
{
    /// <summary>The configs to publish: names with commas between them, or <c>all</c>. Default <c>all</c>.</summary>
    public string Configs { get; init; } = ConfigNames.AllWord;

    /// <summary>The names in <see cref="Configs"/>, in the order of <see cref="ConfigNames.All"/>.</summary>
    public IReadOnlyList<string> ConfigList() => ConfigNames.Parse(Configs);

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (ConfigList().Count == 0)
        {
            yield return $"{path}.configs is \"{Configs}\"; allowed are {ConfigNames.AllWord}, or some of {string.Join(", ", ConfigNames.All)} with commas between them.";
        }
    }
}
