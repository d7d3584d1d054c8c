using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Trees;

/// <summary>Goes forward through trees that are sorted by problem id. Holds the trees of one problem at a time.</summary>
internal sealed class TreeCursor(IEnumerable<FinishedProblem> trees) : IDisposable
{
    private readonly IEnumerator<FinishedProblem> _trees = trees.GetEnumerator();
    private readonly List<FinishedProblem> _ofProblem = [];
    private bool _isBegun;
    private bool _isAtEnd;

    /// <summary>The tree; null when it is not in its place. Problems must be asked for in ordinal order of their ids.</summary>
    public FinishedProblem? Find(string problemId, string treeId) => FindAll(problemId).FirstOrDefault(f => f.Tree!.Id == treeId);

    /// <summary>All trees of a problem, until the next problem is asked for.</summary>
    public IReadOnlyList<FinishedProblem> FindAll(string problemId)
    {
        if (_ofProblem.Count == 0 || _ofProblem[0].Problem.Id != problemId)
        {
            MoveTo(problemId);
        }

        return _ofProblem;
    }

    public void Dispose() => _trees.Dispose();

    private void MoveTo(string problemId)
    {
        _ofProblem.Clear();
        if (!_isBegun)
        {
            _isBegun = true;
            Next();
        }

        while (!_isAtEnd && string.CompareOrdinal(_trees.Current.Problem.Id, problemId) < 0)
        {
            Next();
        }

        while (!_isAtEnd && _trees.Current.Problem.Id == problemId)
        {
            _ofProblem.Add(_trees.Current);
            Next();
        }
    }

    private void Next() => _isAtEnd = !_trees.MoveNext();
}
