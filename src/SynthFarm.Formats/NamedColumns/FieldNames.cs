namespace SynthFarm.Formats.NamedColumns;

/// <summary>Which columns of a plain file hold what; a name with dots leads into objects, as <c>reward_model.ground_truth</c>.</summary>
public sealed record FieldNames
{
    /// <summary>Default <c>problem</c>. Must be there.</summary>
    public string Problem { get; init; } = "problem";

    /// <summary>The gold answer. Default <c>answer</c>. Must be there.</summary>
    public string Answer { get; init; } = "answer";

    public string Id { get; init; } = "id";

    public string Kind { get; init; } = "kind";

    public string Source { get; init; } = "source";

    public string Topic { get; init; } = "topic";

    public string Level { get; init; } = "level";

    public string Split { get; init; } = "split";

    public string License { get; init; } = "license";

    public string Meta { get; init; } = "meta";

    /// <summary>A whole solution. Default null: there is none.</summary>
    public string? Solution { get; init; }

    /// <summary>Whether the solution's final answer is right. Default null: nobody says.</summary>
    public string? Label { get; init; }

    /// <summary>Who wrote the solution. Default null: the format's name.</summary>
    public string? Producer { get; init; }
}
