namespace SynthFarm.Corpus.Comparison;

/// <summary>Goes forward through items that are sorted by problem id. Holds the items of one problem.</summary>
/// <param name="items">In ordinal order of the ids.</param>
/// <param name="name">What messages call them.</param>
internal sealed class ProblemCursor<T>(IEnumerable<T> items, Func<T, string> idOf, string name) : IDisposable
{
    private readonly IEnumerator<T> _items = items.GetEnumerator();
    private bool _isBegun;

    /// <summary>The id of the problem that comes next; null at the end.</summary>
    public string? Next
    {
        get
        {
            if (!_isBegun)
            {
                _isBegun = true;
                Advance();
            }

            return field;
        }

        private set;
    }

    /// <summary>The items of a problem; none when another comes next.</summary>
    /// <exception cref="CorpusException">The items are not sorted.</exception>
    public IReadOnlyList<T> Take(string problemId)
    {
        if (Next != problemId)
        {
            return [];
        }

        var taken = new List<T>();
        while (Next == problemId)
        {
            taken.Add(_items.Current);
            Advance();
        }

        return string.CompareOrdinal(Next, problemId) < 0 && Next is not null
            ? throw new CorpusException($"{name}: problem \"{Next}\" comes after \"{problemId}\"; rows are compared in the order of the problem ids.")
            : taken;
    }

    public void Dispose() => _items.Dispose();

    private void Advance() => Next = _items.MoveNext() ? idOf(_items.Current) : null;
}
