namespace SynthFarm.Corpus.Rows;

/// <summary>Where a derived row comes from: the columns that all rows made from trees share.</summary>
public sealed record RowOrigin
{
    public required string ProblemId { get; init; }

    /// <summary>Null only where a row needs no tree, and the problem ended before one was begun.</summary>
    public required string? TreeId { get; init; }

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

    /// <summary>Who judged the answers.</summary>
    public required string Verifier { get; init; }

    public required string ConfigHash { get; init; }
}
