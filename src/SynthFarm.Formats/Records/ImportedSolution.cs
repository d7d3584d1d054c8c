namespace SynthFarm.Formats.Records;

/// <summary>A solution in a record: a chain of steps, or a small tree where alternatives were kept.</summary>
internal sealed record ImportedSolution
{
    /// <summary>Parents before children.</summary>
    public required IReadOnlyList<ImportedStep> Steps { get; init; }

    /// <summary>How the text sets the thought apart, by the name of a <see cref="Texts.ThoughtForm"/>; null where the format has one form only.</summary>
    public string? Form { get; init; }

    /// <summary>Whether the data set calls the final answer right; null where it does not say.</summary>
    public bool? Label { get; init; }
}
