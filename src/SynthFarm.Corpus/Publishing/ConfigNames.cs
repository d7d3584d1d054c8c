namespace SynthFarm.Corpus.Publishing;

/// <summary>The configs a snapshot has, which are also its folders.</summary>
public static class ConfigNames
{
    public const string Sft = "sft";
    public const string Shortcut = "shortcut";
    public const string Trees = "trees";
    public const string Rejections = "rejections";

    /// <summary>In the order the card lists them; the first is the default.</summary>
    public static IReadOnlyList<string> All { get; } = [Sft, Shortcut, Trees, Rejections];
}
