namespace SynthFarm.Corpus.Store;

/// <summary>What is kept in memory about a finished problem: 32 bytes, whatever its tree's size.</summary>
/// <param name="Contents">Stands for the problem's content hash.</param>
/// <param name="Tree">Stands for the tree's id.</param>
/// <param name="Tokens">Tokens generated for it.</param>
/// <param name="Steps">Steps of its tree, the root not counted.</param>
/// <param name="CommitAndOutcome">The number of its commit, times four, plus its outcome.</param>
internal readonly record struct ProblemIndexEntry(ulong Contents, ulong Tree, long Tokens, int Steps, uint CommitAndOutcome)
{
    public ProblemOutcome Outcome => (ProblemOutcome)(CommitAndOutcome & 3);

    public long Commit => CommitAndOutcome >> 2;

    /// <summary>Whether it ended for good: a failed or cancelled problem may be done again.</summary>
    public bool IsFinal => Outcome is ProblemOutcome.Accepted or ProblemOutcome.Exhausted;

    public static ProblemIndexEntry Of(ProblemSummary row, long commit) => new(
        ProblemKey.Of(row.ContentHash).High,
        ProblemKey.Of(row.TreeId ?? "").High,
        row.Tokens,
        row.Steps,
        (checked((uint)commit << 2)) | (uint)row.Outcome);
}
