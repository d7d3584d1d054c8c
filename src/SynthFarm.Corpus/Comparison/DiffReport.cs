namespace SynthFarm.Corpus.Comparison;

/// <summary>What differs between two corpora, A and B.</summary>
public sealed record DiffReport
{
    public required DiffedCorpus A { get; init; }

    public required DiffedCorpus B { get; init; }

    /// <summary>What the two were made with, where it differs.</summary>
    public required IReadOnlyList<DiffSetting> Settings { get; init; }

    public required ProblemDiff Problems { get; init; }

    /// <summary>The configs that both have, in the order of A; <c>trees</c> counts trees, not steps.</summary>
    public required IReadOnlyList<ConfigDiff> Configs { get; init; }

    /// <summary>Configs that one has and the other has not, as <c>name: only in A</c>.</summary>
    public required IReadOnlyList<string> ConfigsNotCompared { get; init; }

    /// <summary>Yields by the problems' fields, where A or B has any.</summary>
    public required IReadOnlyList<YieldDiff> Yields { get; init; }

    /// <summary>Whether problems and rows are the same in both.</summary>
    public bool IsSame => Problems is { OnlyA: 0, OnlyB: 0, Edited: 0, AcceptedOnlyA: 0, AcceptedOnlyB: 0 }
        && ConfigsNotCompared.Count == 0 && Configs.All(c => c is { Added: 0, Removed: 0, Changed: 0 });
}
