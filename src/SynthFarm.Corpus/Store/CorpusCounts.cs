namespace SynthFarm.Corpus.Store;

/// <summary>Totals over the finished problems of a live store.</summary>
/// <param name="Accepted">Problems with a correct answer.</param>
/// <param name="Exhausted">Problems that ended without one.</param>
/// <param name="Failed">Problems that ended with an error.</param>
/// <param name="Cancelled">Problems that were cancelled.</param>
/// <param name="Steps">Steps in all trees, roots not counted.</param>
/// <param name="Tokens">Tokens generated into all trees.</param>
public readonly record struct CorpusCounts(long Accepted, long Exhausted, long Failed, long Cancelled, long Steps, long Tokens)
{
    public long Problems => Accepted + Exhausted + Failed + Cancelled;

    internal CorpusCounts Add(ProblemIndexEntry entry, int sign = 1) => new(
        Accepted + (entry.Outcome == ProblemOutcome.Accepted ? sign : 0),
        Exhausted + (entry.Outcome == ProblemOutcome.Exhausted ? sign : 0),
        Failed + (entry.Outcome == ProblemOutcome.Failed ? sign : 0),
        Cancelled + (entry.Outcome == ProblemOutcome.Cancelled ? sign : 0),
        Steps + ((long)sign * entry.Steps),
        Tokens + (sign * entry.Tokens));
}
