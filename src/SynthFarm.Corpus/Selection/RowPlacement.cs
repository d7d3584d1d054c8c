using SynthFarm.Core.Selection;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Selection;

/// <summary>
/// Decides where a row goes: one of <c>sft</c> as the plan says, one of <c>shortcut</c> with its counterpart in <c>sft</c>, a rejection always
/// somewhere, all others with their problem. <c>sft</c> comes first, because the others depend on it.
/// </summary>
internal sealed class RowPlacement(SelectionPlan plan, RejectedRows rejected, WrongAnswerRow? wrong)
{
    private readonly Dictionary<(string TreeId, int LeafId), SelectedRow> _thoughts = [];
    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _licenses = new(StringComparer.Ordinal);

    /// <summary>Rejections by <c>stage/reason</c>.</summary>
    public IReadOnlyDictionary<string, long> Reasons => _reasons;

    /// <summary>The licenses in <c>sft</c>; an empty text for rows without one.</summary>
    public IReadOnlyCollection<string> Licenses => _licenses;

    /// <summary>Where a row goes; null when it is left out.</summary>
    public RowPlace? Of(string config, ParquetRow row, string split, TreeCursors trees) => config switch
    {
        ConfigNames.Sft => SelectThought(row, split, trees),
        ConfigNames.Shortcut => SelectShortcut(row, split, trees),
        ConfigNames.Rejections => SelectRejection(row, split),
        _ => plan.Problems.TryGetValue(row.Get<string>("problem_id"), out var problem)
            ? new RowPlace(SourceSnapshot.NameOf(problem.Split), problem.Order, problem.Difficulty)
            : null,
    };

    private RowPlace? SelectThought(ParquetRow row, string split, TreeCursors trees)
    {
        var id = row.Get<string>("id");
        if (plan.Rejected.TryGetValue(id, out var rejection))
        {
            rejected.Add(trees.Of(split, row), row, rejection);
        }

        if (!plan.Kept.TryGetValue(id, out var kept))
        {
            return null;
        }

        _thoughts.TryAdd((row.Get<string>("tree_id"), row.Get<int>("leaf_id")), kept);
        _licenses.Add(row.Get<string?>("license") ?? "");
        return Place(row, ConfigNames.Sft, split, kept, trees);
    }

    private RowPlace? SelectShortcut(ParquetRow row, string split, TreeCursors trees)
        => _thoughts.TryGetValue((row.Get<string>("tree_id"), row.Get<int>("leaf_id")), out var kept) ? Place(row, ConfigNames.Shortcut, split, kept, trees) : null;

    private RowPlace Place(ParquetRow row, string config, string split, SelectedRow kept, TreeCursors trees)
    {
        if (kept.IsReplaced)
        {
            wrong!.Replace(row, config, trees.Of(split, row));
        }
        else if (!row.TryGet(SelectionColumns.Noise, out _))
        {
            row[SelectionColumns.Noise] = false;
        }

        return new RowPlace(SourceSnapshot.NameOf(kept.Split), kept.Order, kept.Difficulty);
    }

    private RowPlace SelectRejection(ParquetRow row, string split)
    {
        var reason = $"{row.Get<string>("stage")}/{row.Get<string>("reason")}";
        _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        var isKept = plan.Problems.TryGetValue(row.Get<string>("problem_id"), out var problem);
        return new RowPlace(isKept ? SourceSnapshot.NameOf(problem.Split) : row.Get<string>("split"), 0, 0);
    }
}
