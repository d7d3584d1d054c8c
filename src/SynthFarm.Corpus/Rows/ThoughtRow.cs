namespace SynthFarm.Corpus.Rows;

/// <summary>
/// A row of the configs <c>sft</c> (the long thought) and <c>shortcut</c> (the correct path alone): one conversation of two turns, and
/// where it came from.
/// </summary>
public sealed record ThoughtRow
{
    /// <summary>The user's turn, which is the statement verbatim, and the assistant's.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>32 hex digits that name the row; see <see cref="RowId"/>.</summary>
    public required string Id { get; init; }

    public required string ProblemId { get; init; }

    public required string TreeId { get; init; }

    /// <summary>The correct leaf the thought leads to.</summary>
    public required int LeafId { get; init; }

    public string? Source { get; init; }

    public string? Topic { get; init; }

    public string? Level { get; init; }

    public string? License { get; init; }

    public string? Kind { get; init; }

    /// <summary><c>train</c>, <c>validation</c> or <c>test</c>.</summary>
    public required string Split { get; init; }

    public required string PolicyModel { get; init; }

    public required string RewardModel { get; init; }

    public required string Search { get; init; }

    public required int Round { get; init; }

    public required string Verifier { get; init; }

    /// <summary>Always <c>correct</c>; written so that rows of several corpora can be mixed.</summary>
    public required string Verdict { get; init; }

    /// <summary>The answer the leaf states.</summary>
    public required string Answer { get; init; }

    /// <summary>Steps in the text, those of excursions included.</summary>
    public required int StepCount { get; init; }

    public required int BacktrackCount { get; init; }

    /// <summary>Tokens the policy generated for the steps in the text.</summary>
    public required int TokenCount { get; init; }

    /// <summary>Lowest reward on the path to the answer; null when no step there has one.</summary>
    public float? RewardMin { get; init; }

    /// <summary>Mean reward on the path to the answer.</summary>
    public float? RewardMean { get; init; }

    /// <summary>Reward of the answer step.</summary>
    public float? RewardLast { get; init; }

    /// <summary>Reward of each step in the order of the text; null where a step has none.</summary>
    public required IReadOnlyList<float?> StepScores { get; init; }

    /// <summary>Who named the errors the reflections speak of, each once.</summary>
    public required IReadOnlyList<string> CritiqueSources { get; init; }

    public required string ConfigHash { get; init; }

    /// <summary>The version of the derivation, e.g. <c>long-thought/1</c>.</summary>
    public required string Derivation { get; init; }

    /// <summary>The seed the derivation started from.</summary>
    public required long DerivationSeed { get; init; }

    public required IReadOnlyList<TextSegment> Segments { get; init; }
}
