using SynthFarm.Core.Selection.Curriculum;

namespace SynthFarm.Core.Selection.Reporting;

/// <summary>What a selection did, in numbers.</summary>
public sealed record SelectionReport
{
    public required SelectionTotals Before { get; init; }

    public required SelectionTotals After { get; init; }

    /// <summary>In the order they were done; those that were not asked for are left out.</summary>
    public required IReadOnlyList<StageReport> Stages { get; init; }

    public required MarkReport Marks { get; init; }

    /// <summary>In ordinal order of the names, the one for the rest last.</summary>
    public required IReadOnlyList<TopicReport> Topics { get; init; }

    /// <summary>Ten bins from easy to hard.</summary>
    public required IReadOnlyList<DifficultyBin> Difficulty { get; init; }

    /// <summary>Train, validation, test; those without rows are left out.</summary>
    public required IReadOnlyList<SplitReport> Splits { get; init; }

    public required NoiseReport Noise { get; init; }

    /// <summary>The order of the topics in the training split.</summary>
    public required TopicOrder Curriculum { get; init; }
}
