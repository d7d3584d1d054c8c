namespace SynthFarm.Corpus.Comparison;

/// <summary>Compares the two sides' problems.</summary>
internal sealed class ProblemComparer(DiffCauses causes, int limit)
{
    private readonly ReasonCounter _reasons = new(limit);
    private ProblemDiff _diff = new();

    /// <summary>Takes one problem; null for the side that has it not.</summary>
    public void Add(DiffProblem? a, DiffProblem? b)
    {
        if (a is null || b is null)
        {
            _diff = a is null ? _diff with { OnlyB = _diff.OnlyB + 1 } : _diff with { OnlyA = _diff.OnlyA + 1 };
            return;
        }

        _diff = _diff with { Both = _diff.Both + 1, Edited = _diff.Edited + (a.IsEditOf(b) ? 1 : 0) };
        switch (a.IsAccepted, b.IsAccepted)
        {
            case (true, true):
                _diff = _diff with { AcceptedBoth = _diff.AcceptedBoth + 1 };
                break;
            case (true, false):
                _diff = _diff with { AcceptedOnlyA = _diff.AcceptedOnlyA + 1 };
                Count("removed", $"accepted -> {b.Rejection}");
                break;
            case (false, true):
                _diff = _diff with { AcceptedOnlyB = _diff.AcceptedOnlyB + 1 };
                Count("added", $"{a.Rejection} -> accepted");
                break;
            case (false, false) when a.Rejection != b.Rejection:
                Count("changed", $"{a.Rejection} -> {b.Rejection}");
                break;
        }

        void Count(string change, string what)
            => _reasons.Add(change, $"{what}; {causes.Of(a, b)}", new DiffExample(a.Id, a.FirstTree, b.FirstTree));
    }

    public ProblemDiff ToDiff() => _diff with { Reasons = _reasons.ToReasons() };
}
