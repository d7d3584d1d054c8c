using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Comparison;

/// <summary>The corpus of a run directory as one side of a comparison: its problems and trees, as they are at one commit.</summary>
internal sealed class RunSide : IDiffSide
{
    private readonly CorpusReader _reader;
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("synthfarm-diff-");

    public RunSide(string directory)
    {
        try
        {
            _reader = CorpusReader.Open(directory);
        }
        catch
        {
            _scratch.Delete();
            throw;
        }

        Info = new DiffedCorpus(directory, "run", _reader.Lineage.RunId, [_reader.Lineage.Round], Round: null);
    }

    /// <inheritdoc/>
    public DiffedCorpus Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<CorpusLineage> Runs => [_reader.Lineage];

    /// <inheritdoc/>
    public SnapshotDerivation? Derivation => null;

    /// <inheritdoc/>
    public IReadOnlyList<string> Verifiers => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Configs => [ConfigNames.Trees];

    /// <inheritdoc/>
    public IEnumerable<DiffProblem> Problems() => _reader.ReadSorted(_scratch.FullName).Select(finished => new DiffProblem
    {
        Id = finished.Problem.Id,
        Contents = finished.Problem,
        Fields = SnapshotSide.Fields(finished.Problem),
        IsAccepted = finished.Outcome == ProblemOutcome.Accepted,
        Rejection = finished.Outcome == ProblemOutcome.Accepted ? null : $"search/{EnumNames.Outcome.Name(finished.Outcome)}",
        Trees = finished.Tree is null ? [] : [TreeDigest.Of(finished)],
        Origins = finished.Tree is null ? [] : [_reader.Lineage],
        Verifier = finished.Verifier,
    });

    /// <inheritdoc/>
    public IEnumerable<DiffRow> Rows(string config) => [];

    public void Dispose()
    {
        _reader.Dispose();
        _scratch.Delete(recursive: true);
    }
}
