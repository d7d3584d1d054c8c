namespace SynthFarm.Core.Selection.Candidates;

/// <summary>The rows while they are being selected: each is left, or rejected once with one reason.</summary>
internal sealed class CandidatePool(IReadOnlyList<SelectionCandidate> all)
{
    private readonly SelectionRejection?[] _rejected = new SelectionRejection?[all.Count];

    public IReadOnlyList<SelectionCandidate> All => all;

    /// <summary>How many are left.</summary>
    public int Count { get; private set; } = all.Count;

    /// <summary>The positions of the rows that are left, in order.</summary>
    public IEnumerable<int> Left => Enumerable.Range(0, all.Count).Where(at => _rejected[at] is null);

    /// <summary>Why the row was rejected; null when it is left.</summary>
    public SelectionRejection? RejectionOf(int at) => _rejected[at];

    public void Reject(int at, SelectionRejection rejection)
    {
        if (_rejected[at] is not null)
        {
            throw new InvalidOperationException($"Row {all[at].RowId} is rejected already.");
        }

        _rejected[at] = rejection;
        Count--;
    }
}
