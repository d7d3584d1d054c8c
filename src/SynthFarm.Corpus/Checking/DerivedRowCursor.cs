using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Checking;

/// <summary>Goes forward through the rows of one split of a derived config, beside the trees they came from.</summary>
internal sealed class DerivedRowCursor : IDisposable
{
    private readonly CheckLog _log;
    private readonly IConfigDefinition _config;
    private readonly IEnumerator<(ParquetRow Row, string Shard, long Number)> _rows;
    private readonly string _split;
    private readonly bool _isSelected;
    private bool _isAtEnd;
    private bool _isOther;

    public DerivedRowCursor(CheckLog log, IConfigDefinition config, SnapshotSplit split, SnapshotManifest manifest)
    {
        (_log, _config, _split, _isSelected) = (log, config, split.Name, manifest.Selection is not null);
        var schema = SelectionColumns.SchemaOf(manifest, config.Name, config.Schema);
        _rows = split.Shards.SelectMany(shard => ParquetRows
            .Read(FilePaths.Resolve(log.Directory, shard), shard, schema)
            .Select((row, i) => (row, shard, (long)i))).GetEnumerator();
        _isAtEnd = !_rows.MoveNext();
    }

    /// <summary>Checks the rows up to the last problem of a batch; all that are left when the batch is empty.</summary>
    public void Check(IReadOnlyList<DerivedProblem> batch)
    {
        if (_isAtEnd || _isOther)
        {
            return;
        }

        var last = batch.Count == 0 ? null : batch[^1].Finished.Problem.Id;
        var problems = batch.DistinctBy(p => p.Finished.Problem.Id).ToDictionary(p => p.Finished.Problem.Id, StringComparer.Ordinal);
        var expected = new Dictionary<string, ParquetRow>(StringComparer.Ordinal);
        foreach (var row in _config.Rows(batch))
        {
            expected[row.Get<string>("id")] = _isSelected ? InSplit(row) : row;
        }

        while (!_isAtEnd && !_isOther && (last is null || string.CompareOrdinal(_rows.Current.Row.Get<string>("problem_id"), last) <= 0))
        {
            Check(expected, problems);
            _isAtEnd = !_rows.MoveNext();
        }
    }

    public void Dispose() => _rows.Dispose();

    /// <summary>A selection deals problems out to splits anew, and tells in the rows.</summary>
    private ParquetRow InSplit(ParquetRow row)
    {
        row["split"] = _split;
        if (row.TryGet("extra_info", out var value) && value is ParquetRow extra)
        {
            extra["split"] = _split;
        }

        return row;
    }

    private void Check(Dictionary<string, ParquetRow> expected, Dictionary<string, DerivedProblem> problems)
    {
        var (row, shard, number) = _rows.Current;
        var id = row.Get<string>("id");
        if (row.Get<string>("derivation") is var derivation && derivation != _config.Derivation)
        {
            _log.Note(shard, $"the rows were derived by {derivation}; this version has {_config.Derivation} and does not compare them with their trees");
            _isOther = true;
            return;
        }

        // The only rows that need no tree are problems to be rewarded for; of one whose search failed at once there is no tree to compare with.
        if (row.Get<string?>("tree_id") is null)
        {
            return;
        }

        var problem = problems.GetValueOrDefault(row.Get<string>("problem_id"));
        var where = $"row {number}, id {id}";
        if (problem is null)
        {
            _log.Damage(shard, $"the tree {row.Get<string>("tree_id")} of problem \"{row.Get<string>("problem_id")}\" is not in its place among the trees", where);
            return;
        }

        var rules = new DerivedRowRules(_config.Name, row, problem.Finished.Problem, _log.Options.Judges);
        foreach (var fault in rules.Faults())
        {
            _log.Damage(shard, fault, where);
        }

        _log.AnswersConfirmed += rules.AnswersConfirmed;
        if (!expected.TryGetValue(id, out var derived))
        {
            _log.Damage(shard, "is not among the rows that its tree gives", where);
        }
        else if (RowDifference.Find(derived, row) is { } difference)
        {
            _log.Damage(shard, difference, where);
        }
    }
}
