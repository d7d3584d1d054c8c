using SynthFarm.Core.Preferences.Labels;

namespace SynthFarm.Corpus.Rows;

/// <summary>A row of <c>prm</c>: the steps of a path with a label each.</summary>
public sealed record StepLabelRow
{
    /// <summary>The statement, verbatim.</summary>
    public required string Prompt { get; init; }

    public required string Id { get; init; }

    public required RowOrigin Origin { get; init; }

    public required StepLabels Path { get; init; }
}
