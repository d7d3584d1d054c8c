using SynthFarm.Corpus.Store;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Selection;

/// <summary>The trees of all splits, opened when they are first asked for.</summary>
internal sealed class TreeCursors(SourceSnapshot source) : IDisposable
{
    private readonly Dictionary<string, TreeCursor> _open = new(StringComparer.Ordinal);

    /// <summary>The tree a row names. Rows of a split must be asked for in the order of their problem ids.</summary>
    /// <exception cref="CorpusException">It is not in its place.</exception>
    public FinishedProblem Of(string split, ParquetRow row)
    {
        if (!_open.TryGetValue(split, out var trees))
        {
            _open[split] = trees = source.Trees(split);
        }

        var (problemId, treeId) = (row.Get<string>("problem_id"), row.Get<string>("tree_id"));
        return trees.Find(problemId, treeId)
            ?? throw new CorpusException($"Row {row.Get<string>("id")}: the tree {treeId} of problem \"{problemId}\" is not in its place among the trees.");
    }

    public void Dispose()
    {
        foreach (var trees in _open.Values)
        {
            trees.Dispose();
        }
    }
}
