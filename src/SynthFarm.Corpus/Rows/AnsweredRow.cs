namespace SynthFarm.Corpus.Rows;

/// <summary>A row of <c>kto</c> or <c>kto_messages</c>: one response and whether its answer is correct.</summary>
public sealed record AnsweredRow
{
    /// <summary>The user's turn, which is the statement verbatim.</summary>
    public required ChatMessage Prompt { get; init; }

    /// <summary>The assistant's turn.</summary>
    public required ChatMessage Completion { get; init; }

    /// <summary>Whether the answer is correct; one that could not be decided gives no row.</summary>
    public required bool IsCorrect { get; init; }

    public required string Id { get; init; }

    public required RowOrigin Origin { get; init; }

    /// <summary>The leaf that states the answer.</summary>
    public required int LeafId { get; init; }

    public required string Answer { get; init; }

    /// <summary>How often the leaf was drawn.</summary>
    public required int Draws { get; init; }

    public required int StepCount { get; init; }

    public required int TokenCount { get; init; }

    /// <summary>exp(-mean token log-probability) of the path; null when it has no tokens.</summary>
    public float? Perplexity { get; init; }

    /// <summary>Reward of each step; null where a step has none.</summary>
    public required IReadOnlyList<float?> StepScores { get; init; }
}
