using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Comparison;

/// <summary>A snapshot as one side of a comparison.</summary>
internal sealed class SnapshotSide : IDiffSide
{
    private static readonly string[] _thoughtColumns = ["problem_id", "tree_id", .. YieldFields.Names, "config_hash", "verifier", "round"];
    private static readonly string[] _rejectionColumns = [.. _thoughtColumns, "stage", "reason", "detail"];

    private readonly string _directory;
    private readonly SnapshotManifest _manifest;
    private readonly SnapshotShards _shards;
    private readonly Dictionary<string, CorpusLineage> _origins;

    public SnapshotSide(string directory, int? round)
    {
        _directory = directory;
        _manifest = SnapshotManifest.Load(directory);
        _shards = new SnapshotShards(directory, _manifest, round);
        _origins = _manifest.Runs.DistinctBy(r => r.ConfigHash).ToDictionary(r => r.ConfigHash, StringComparer.Ordinal);
        Info = new DiffedCorpus(directory, "snapshot", _manifest.Name, [.. Runs.Select(r => r.Round).Distinct().Order()], round);
    }

    /// <inheritdoc/>
    public DiffedCorpus Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<CorpusLineage> Runs => [.. _manifest.Runs.Where(r => _shards.IsOfRound(r.Round))];

    /// <inheritdoc/>
    public SnapshotDerivation? Derivation => _manifest.Derivation;

    /// <inheritdoc/>
    public IReadOnlyList<string> Verifiers => _manifest.Verifiers;

    /// <inheritdoc/>
    public IReadOnlyList<string> Configs => [.. _manifest.Configs.Select(c => c.Name)];

    /// <inheritdoc/>
    public IEnumerable<DiffProblem> Problems()
    {
        using var trees = new ProblemCursor<(FinishedProblem Finished, string ConfigHash)>(Trees(), t => t.Finished.Problem.Id, $"{_directory}, {ConfigNames.Trees}");
        using var accepted = Cursor(ConfigNames.Sft, _thoughtColumns);
        using var rejected = Cursor(ConfigNames.Rejections, _rejectionColumns);
        while (new[] { trees.Next, accepted.Next, rejected.Next }.OfType<string>().Min(StringComparer.Ordinal) is { } id)
        {
            yield return Problem(id, trees.Take(id), accepted.Take(id), rejected.Take(id));
        }
    }

    /// <inheritdoc/>
    public IEnumerable<DiffRow> Rows(string config) => _shards.DigestRows(config);

    public void Dispose()
    {
    }

    private DiffProblem Problem(
        string id, IReadOnlyList<(FinishedProblem Finished, string ConfigHash)> trees, IReadOnlyList<ParquetRow> accepted, IReadOnlyList<ParquetRow> rejected)
    {
        var rows = accepted.Concat(rejected).ToList();
        var row = rows.FirstOrDefault();
        var ofRows = trees.Count > 0 ? [] : rows.Where(r => r.Get<string?>("tree_id") is not null).DistinctBy(r => r.Get<string>("tree_id")).ToList();
        var problem = trees.Count > 0 ? trees[0].Finished.Problem : null;
        return new DiffProblem
        {
            Id = id,
            Contents = problem,
            Fields = problem is not null ? Fields(problem) : [.. YieldFields.Names.Select(name => row?.Get<string?>(name))],
            IsAccepted = accepted.Count > 0,
            Rejection = rejected.Count > 0 ? $"{rejected[0].Get<string>("stage")}/{rejected[0].Get<string>("reason")}" : null,
            Trees = [.. trees.Select(t => TreeDigest.Of(t.Finished)), .. ofRows.Select(r => new DiffRow(r.Get<string>("tree_id"), id, null, [], []))],
            Origins = [.. trees.Select(t => t.ConfigHash).Concat(ofRows.Select(r => r.Get<string>("config_hash"))).Select(hash => _origins.GetValueOrDefault(hash))],
            Verifier = rejected.Count > 0 ? VerifierOf(rejected[0]) : row?.Get<string>("verifier") ?? trees[0].Finished.Verifier,
        };
    }

    public static IReadOnlyList<string?> Fields(Problem problem) => [problem.Kind, problem.Source, problem.Topic, problem.Level];

    /// <summary>A rejection says which checker the run had; one by the publisher's checker names that one before its reason.</summary>
    private static string VerifierOf(ParquetRow rejection)
        => rejection.Get<string>("stage") == RejectionStage.Verification && rejection.Get<string?>("detail")?.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end
            ? rejection.Get<string>("detail")[..end]
            : rejection.Get<string>("verifier");

    private IEnumerable<(FinishedProblem Finished, string ConfigHash)> Trees() => _shards.Merge(ConfigNames.Trees, TreesOf, t => t.Finished.Problem.Id)
        .Where(t => _shards.IsOfRound(_origins.GetValueOrDefault(t.ConfigHash)?.Round));

    /// <summary>The trees of a shard. A tree comes out after the row of the next one's root was read, so the hashes wait in line.</summary>
    private IEnumerable<(FinishedProblem Finished, string ConfigHash)> TreesOf(string shard)
    {
        var hashes = new Queue<string>();
        var rows = ParquetRows.Read(FilePaths.Resolve(_directory, shard), shard, TreeSchema.Schema).Select(row =>
        {
            if (row.Get<int>("step_id") == 0)
            {
                hashes.Enqueue(row.Get<string>("config_hash"));
            }

            return row;
        });
        return TreeAssembler.Assemble(rows, shard).Select(finished => (finished, hashes.Dequeue()));
    }

    private ProblemCursor<ParquetRow> Cursor(string config, string[] columns) => new(
        _shards.Merge(config, shard => _shards.Read(shard, columns), row => row.Get<string>("problem_id"))
            .Where(row => _shards.IsOfRound(row.Get<int>("round"))),
        row => row.Get<string>("problem_id"),
        $"{_directory}, {config}");
}
