namespace SynthFarm.Corpus.Rows;

/// <summary>A row of the config <c>rejections</c>: a problem that gave no row of <c>sft</c>, and why.</summary>
public sealed record RejectionRow
{
    public required string Id { get; init; }

    public required string ProblemId { get; init; }

    /// <summary>Null when the problem ended before a tree was begun.</summary>
    public string? TreeId { get; init; }

    /// <summary>The statement, verbatim.</summary>
    public required string Problem { get; init; }

    public required string GoldAnswer { get; init; }

    public string? Source { get; init; }

    public string? Topic { get; init; }

    public string? Level { get; init; }

    public string? License { get; init; }

    public string? Kind { get; init; }

    public required string Split { get; init; }

    /// <summary>Where it was rejected; one of <see cref="RejectionStage"/>'s names.</summary>
    public required string Stage { get; init; }

    /// <summary>A short stable name of the reason, e.g. <c>exhausted</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The reason in words.</summary>
    public string? Detail { get; init; }

    public string? SearchEnd { get; init; }

    public required int StepCount { get; init; }

    public required int AnswerCount { get; init; }

    public required int WrongAnswerCount { get; init; }

    public required int UnknownAnswerCount { get; init; }

    public required int PrunedCount { get; init; }

    public required long TokenCount { get; init; }

    public required string PolicyModel { get; init; }

    public required string RewardModel { get; init; }

    public required string Search { get; init; }

    public required int Round { get; init; }

    public required string Verifier { get; init; }

    public required string ConfigHash { get; init; }
}
