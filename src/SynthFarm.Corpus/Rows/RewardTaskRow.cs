namespace SynthFarm.Corpus.Rows;

/// <summary>A row of <c>rl</c>: a problem and what a rule needs to reward an answer, as verl reads it. One row per problem, solved or not.</summary>
public sealed record RewardTaskRow
{
    /// <summary>Names the reward rule: <c>synthfarm/KIND</c> for built-in kinds, else the problem's source, else <c>synthfarm</c>.</summary>
    public required string DataSource { get; init; }

    /// <summary>The user's turn, which is the statement verbatim.</summary>
    public required IReadOnlyList<ChatMessage> Prompt { get; init; }

    /// <summary>
    /// The gold answer; for <c>countdown</c> the JSON text <c>{"numbers":[25,14],"target":11}</c>, because any expression that makes the target
    /// is correct.
    /// </summary>
    public required string GroundTruth { get; init; }

    /// <summary>A number of the problem that does not change when others are added: 53 bits of a hash of its id.</summary>
    public required long Index { get; init; }

    public required string Id { get; init; }

    public required RowOrigin Origin { get; init; }

    public required string GoldAnswer { get; init; }

    /// <summary>How the run ended on it, e.g. <c>accepted</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Paths of the problem's tree that ended, as often as they were drawn; those whose answer could not be decided are not counted.</summary>
    public required int EndedCount { get; init; }

    /// <summary>Those that ended correct.</summary>
    public required int CorrectCount { get; init; }
}
