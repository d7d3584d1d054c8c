namespace SynthFarm.Corpus.Store;

/// <summary>Keeps finished problems for good.</summary>
/// <remarks>
/// A commit is all or nothing and durable when it returns. Committing again what is there changes nothing, so a caller that does not know
/// whether a commit succeeded commits again. Implementations allow concurrent calls.
/// </remarks>
public interface ICorpusStore
{
    /// <summary>Totals over what is committed.</summary>
    CorpusCounts Counts { get; }

    /// <summary>How a problem ended; null when it, with these contents, is not finished.</summary>
    /// <param name="problemId">The problem's id.</param>
    /// <param name="contentHash">Its content hash: a problem whose contents changed is another problem.</param>
    ProblemOutcome? Find(string problemId, string contentHash);

    /// <summary>
    /// Commits finished problems together. Of one id the last counts. A problem done for good (accepted or exhausted) with the same tree
    /// stays as it is; a failed or cancelled one, or one whose contents changed, gives way.
    /// </summary>
    /// <exception cref="CorpusException">A text has no UTF-8 form, or the store cannot be written; nothing is committed then.</exception>
    Task CommitAsync(IReadOnlyList<FinishedProblem> problems, CancellationToken cancellationToken = default);
}
