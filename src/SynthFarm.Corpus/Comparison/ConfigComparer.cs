using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Corpus.Comparison;

/// <summary>Compares the two sides' rows of one config, problem by problem.</summary>
internal sealed class ConfigComparer(string config, DiffCauses causes, int limit)
{
    private readonly ReasonCounter _reasons = new(limit);
    private readonly Dictionary<string, long> _columns = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _notCompared = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _columnsA, _columnsB;
    private ConfigDiff _diff = new() { Config = config };

    /// <summary>Takes the rows of one problem.</summary>
    /// <param name="a">The problem in A; null when it is not there.</param>
    public void Add(DiffProblem? a, DiffProblem? b, IReadOnlyList<DiffRow> rowsA, IReadOnlyList<DiffRow> rowsB)
    {
        _diff = _diff with { RowsA = _diff.RowsA + rowsA.Count, RowsB = _diff.RowsB + rowsB.Count };
        NoteColumns(rowsA, rowsB);
        var byId = rowsB.DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var leftA = new List<DiffRow>();
        foreach (var row in rowsA)
        {
            if (byId.Remove(row.Id, out var other))
            {
                AddSameId(a, b, row, other);
            }
            else
            {
                leftA.Add(row);
            }
        }

        var leftB = rowsB.Where(r => byId.ContainsKey(r.Id)).ToList();
        foreach (var row in leftA)
        {
            // What came in a row's place: best one of the same tree.
            var other = leftB.Find(r => r.TreeId == row.TreeId) ?? leftB.FirstOrDefault();
            if (other is not null)
            {
                leftB.Remove(other);
                _diff = _diff with { Changed = _diff.Changed + 1 };
                _reasons.Add("changed", Why(a, b), new DiffExample(row.ProblemId, row.Id, other.Id));
            }
            else
            {
                _diff = _diff with { Removed = _diff.Removed + 1 };
                _reasons.Add("removed", WhyMissing(a, b, "B"), new DiffExample(row.ProblemId, row.Id, null));
            }
        }

        foreach (var row in leftB)
        {
            _diff = _diff with { Added = _diff.Added + 1 };
            _reasons.Add("added", WhyMissing(b, a, "A"), new DiffExample(row.ProblemId, null, row.Id));
        }
    }

    public ConfigDiff ToDiff() => _diff with
    {
        Reasons = _reasons.ToReasons(),
        Columns = [.. _columns.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)],
        ColumnsNotCompared = [.. _notCompared],
    };

    private void AddSameId(DiffProblem? a, DiffProblem? b, DiffRow row, DiffRow other)
    {
        var columns = row.Differences(other).ToList();
        if (columns.Count == 0)
        {
            _diff = _diff with { Same = _diff.Same + 1 };
            return;
        }

        _diff = _diff with { Changed = _diff.Changed + 1 };
        foreach (var column in columns)
        {
            _columns[column] = _columns.GetValueOrDefault(column) + 1;
        }

        var why = columns.Contains("split") ? "other split"
            : columns.TrueForAll(c => c is "verifier" or "verdict" or "answer") ? $"same tree, other verifier: {a?.Verifier} -> {b?.Verifier}"
            : config == ConfigNames.Trees ? $"the same tree, stored with other {string.Join(", ", columns)}"
            : Why(a, b);
        _reasons.Add("changed", why, new DiffExample(row.ProblemId, row.Id, other.Id));
    }

    private string Why(DiffProblem? a, DiffProblem? b) => a is null || b is null ? "not explained: the problem has no end on one side" : causes.Of(a, b);

    /// <param name="here">The problem on the side that has the row.</param>
    /// <param name="there">The problem on the other side.</param>
    private string WhyMissing(DiffProblem? here, DiffProblem? there, string side)
    {
        if (there is null)
        {
            return $"the problem is not in {side}";
        }

        var what = config switch
        {
            ConfigNames.Rejections when there.IsAccepted => $"accepted in {side}; ",
            ConfigNames.Rejections => "",
            _ when !there.IsAccepted && here?.IsAccepted != false => $"{there.Rejection} in {side}; ",
            _ => "",
        };
        var (a, b) = side == "B" ? (here, there) : (there, here);
        return what + Why(a, b);
    }

    private void NoteColumns(IReadOnlyList<DiffRow> rowsA, IReadOnlyList<DiffRow> rowsB)
    {
        if (_columnsA is not null && _columnsB is not null)
        {
            return;
        }

        _columnsA ??= rowsA is [var rowA, ..] ? rowA.Columns : null;
        _columnsB ??= rowsB is [var rowB, ..] ? rowB.Columns : null;
        if (_columnsA is not null && _columnsB is not null)
        {
            _notCompared.UnionWith(_columnsA.Except(_columnsB).Select(c => $"{c}: only in A"));
            _notCompared.UnionWith(_columnsB.Except(_columnsA).Select(c => $"{c}: only in B"));
        }
    }
}
