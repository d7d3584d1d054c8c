namespace SynthFarm.Corpus.Comparison;

/// <summary>The fields by which yields are counted.</summary>
internal static class YieldFields
{
    public static IReadOnlyList<string> Names { get; } = ["kind", "source", "topic", "level"];
}
