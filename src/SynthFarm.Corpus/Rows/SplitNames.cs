namespace SynthFarm.Corpus.Rows;

/// <summary>The splits of a snapshot. A problem's own word for its split decides, so that a problem never lies in two.</summary>
internal static class SplitNames
{
    public const string Train = "train";
    public const string Validation = "validation";
    public const string Test = "test";

    /// <summary>In the order cards list them.</summary>
    public static IReadOnlyList<string> All { get; } = [Train, Validation, Test];

    /// <summary>The snapshot's split for a problem's <c>split</c>; the synonyms are those the Hub knows, and all else is <c>train</c>.</summary>
    public static string Of(string? given) => given?.ToLowerInvariant() switch
    {
        "test" or "testing" or "eval" or "evaluation" => Test,
        "validation" or "valid" or "val" or "dev" => Validation,
        _ => Train,
    };
}
