namespace SynthFarm.Corpus.Statistics;

/// <summary>The yield of the problems that share a value of a field.</summary>
/// <param name="Field"><c>kind</c>, <c>source</c>, <c>topic</c> or <c>level</c>.</param>
/// <param name="Value">The field's value; empty for problems without one, <c>(other)</c> for values beyond the most that are told apart.</param>
/// <param name="Problems">Finished problems.</param>
/// <param name="Accepted">Those with a confirmed answer.</param>
public readonly record struct YieldRow(string Field, string Value, long Problems, long Accepted)
{
    /// <summary>Accepted of all, 0 to 1.</summary>
    public double Yield => Problems == 0 ? 0 : (double)Accepted / Problems;
}
