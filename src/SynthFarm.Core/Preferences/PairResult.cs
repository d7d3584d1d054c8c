namespace SynthFarm.Core.Preferences;

/// <summary>The pairs of a tree at one level, or why there is none.</summary>
/// <param name="Pairs">The pairs; empty when refused.</param>
/// <param name="Refusal">A short stable name of the reason; null when there are pairs.</param>
public readonly record struct PairResult(IReadOnlyList<PreferencePair> Pairs, string? Refusal)
{
    /// <summary>No path ends with an answer confirmed as correct.</summary>
    public const string NoCorrectPath = "no-correct-path";

    /// <summary>No path ends with an answer confirmed as wrong.</summary>
    public const string NoWrongPath = "no-wrong-path";

    /// <summary>Every pair would compare a text with itself.</summary>
    public const string EqualTexts = "equal-texts";

    /// <summary>Every pair would hold a marker of the dialect in a step.</summary>
    public const string ForgedMarker = "forged-marker";

    /// <summary>The checker does not find in the whole response what it found in its answer.</summary>
    public const string AnswerNotStated = "answer-not-stated";

    /// <summary>The paths are their answers alone.</summary>
    public const string NoThought = "no-thought";

    /// <summary>No step is followed by two.</summary>
    public const string NoSiblings = "no-siblings";

    /// <summary>No two siblings are judged and allowed by the options.</summary>
    public const string NotJudged = "not-judged";

    /// <summary>No two siblings differ by the margin.</summary>
    public const string BelowMargin = "below-margin";

    /// <summary>No two siblings that differ by the margin differ by enough characters.</summary>
    public const string TooAlike = "too-alike";

    internal static PairResult Of(List<PreferencePair> pairs, string refusal) => new(pairs, pairs.Count > 0 ? null : refusal);
}
