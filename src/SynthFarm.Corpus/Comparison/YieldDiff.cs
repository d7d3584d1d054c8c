namespace SynthFarm.Corpus.Comparison;

/// <summary>The yields of the problems that share a value of a field.</summary>
/// <param name="Field"><c>kind</c>, <c>source</c>, <c>topic</c> or <c>level</c>; empty for all problems.</param>
/// <param name="Value">The field's value; empty for problems without one.</param>
public readonly record struct YieldDiff(string Field, string Value, long ProblemsA, long AcceptedA, long ProblemsB, long AcceptedB)
{
    /// <summary>Accepted of all in A, 0 to 1.</summary>
    public double YieldA => ProblemsA == 0 ? 0 : (double)AcceptedA / ProblemsA;

    /// <summary>Accepted of all in B, 0 to 1.</summary>
    public double YieldB => ProblemsB == 0 ? 0 : (double)AcceptedB / ProblemsB;
}
