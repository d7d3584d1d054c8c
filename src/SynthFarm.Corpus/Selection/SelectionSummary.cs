using SynthFarm.Core.Selection.Reporting;
using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Corpus.Selection;

/// <summary>The report of a selection: <c>selection.json</c> of the new snapshot. Holds no time.</summary>
public sealed record SelectionSummary
{
    /// <summary>The file's name in a snapshot.</summary>
    public const string FileName = "selection.json";

    /// <summary>What it was selected from.</summary>
    public required SnapshotParent Parent { get; init; }

    /// <summary>How.</summary>
    public required SnapshotSelection Selection { get; init; }

    /// <summary>What became of the rows of <c>sft</c>.</summary>
    public required SelectionReport Report { get; init; }

    /// <summary>What became of each config, in the parent's order.</summary>
    public required IReadOnlyList<ConfigCounts> Configs { get; init; }

    /// <summary>Marks on rows that are in no config that marks are honoured in.</summary>
    public required long UnusedMarks { get; init; }
}
