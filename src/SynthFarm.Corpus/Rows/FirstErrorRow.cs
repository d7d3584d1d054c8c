namespace SynthFarm.Corpus.Rows;

/// <summary>A row of <c>processbench</c>: an answered path and its first wrong step.</summary>
public sealed record FirstErrorRow
{
    public required string Id { get; init; }

    /// <summary>The statement, verbatim.</summary>
    public required string Problem { get; init; }

    /// <summary>The texts of the steps, without the line breaks at their ends.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    public required bool IsAnswerCorrect { get; init; }

    /// <summary>Position of the first wrong step, from 0; -1 when every step is right.</summary>
    public required int FirstError { get; init; }

    public required RowOrigin Origin { get; init; }

    public required int LeafId { get; init; }

    public required string Answer { get; init; }

    public required string LabelSource { get; init; }
}
