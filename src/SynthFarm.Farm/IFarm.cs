using SynthFarm.Corpus.Store;

namespace SynthFarm.Farm;

/// <summary>
/// A farm that takes problem sets and turns them into corpora: on one machine <see cref="Local.LocalFarm"/>, in a cluster the silos. The
/// command and the API speak to this and to nothing behind it.
/// </summary>
/// <remarks>Thread-safe. Runs are known by name: 1 to 64 of a-z, 0-9, dot, dash and underscore, beginning with a letter or digit.</remarks>
public interface IFarm
{
    /// <summary>
    /// Accepts a problem set. When this returns no problem can be lost any more. The same submission again is the same run: nothing is
    /// done twice.
    /// </summary>
    /// <exception cref="Specification.SpecException">The specification is out of bounds.</exception>
    /// <exception cref="ProblemFiles.ProblemFileException">The problems have faults; nothing was kept.</exception>
    /// <exception cref="Runs.RunDirectoryException">The name is taken by a run of another configuration, or its run is going with other problems.</exception>
    /// <exception cref="Core.Models.ModelException">A model cannot be loaded.</exception>
    Task<RunInfo> SubmitAsync(RunSubmission submission, CancellationToken cancellationToken = default);

    /// <summary>Every run, by name.</summary>
    Task<IReadOnlyList<RunInfo>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>One run as it is now; null when there is none of this name.</summary>
    Task<RunInfo?> StatusAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>
    /// What happens in a run, from the events still kept after a number on; ends when the run does. Empty for a run that is not going.
    /// </summary>
    /// <param name="name">The run.</param>
    /// <param name="after">Number of the last event already seen; 0 for all that are kept.</param>
    IAsyncEnumerable<NumberedEvent> EventsAsync(string name, long after, CancellationToken cancellationToken = default);

    /// <summary>Stops a run for good; what is in flight is brought to safety first.</summary>
    /// <returns>Whether a run of this name was going.</returns>
    Task<bool> CancelAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>A finished problem with its tree; null when there is none.</summary>
    Task<FinishedProblem?> TreeAsync(string name, string problemId, CancellationToken cancellationToken = default);

    /// <summary>The finished problems of a run with their trees, one at a time, in the order of the commits.</summary>
    IAsyncEnumerable<FinishedProblem> TreesAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Where a run's corpus can be read and published from; null when there is no run of this name.</summary>
    Task<CorpusLocation?> CorpusAsync(string name, CancellationToken cancellationToken = default);
}
