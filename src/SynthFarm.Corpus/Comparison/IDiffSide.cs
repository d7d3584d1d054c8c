using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Comparison;

/// <summary>One of the two corpora, read in ordinal order of the problem ids.</summary>
internal interface IDiffSide : IDisposable
{
    DiffedCorpus Info { get; }

    /// <summary>The runs its trees come from.</summary>
    IReadOnlyList<CorpusLineage> Runs { get; }

    /// <summary>How its rows were made; null for a run, whose rows are not made yet.</summary>
    SnapshotDerivation? Derivation { get; }

    IReadOnlyList<string> Verifiers { get; }

    /// <summary>The configs it has rows of, <c>trees</c> included.</summary>
    IReadOnlyList<string> Configs { get; }

    /// <summary>Its finished problems with their trees.</summary>
    IEnumerable<DiffProblem> Problems();

    /// <summary>The rows of a config other than <c>trees</c>.</summary>
    IEnumerable<DiffRow> Rows(string config);
}
