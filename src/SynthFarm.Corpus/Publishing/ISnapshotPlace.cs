using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Where a snapshot is built and how it gets from there to where readers find it, all at once.</summary>
internal interface ISnapshotPlace : IDisposable
{
    /// <summary>Where the snapshot is built.</summary>
    string BuildDirectory { get; }

    /// <summary>Where merged parts may be kept meanwhile.</summary>
    string ScratchDirectory { get; }

    /// <summary>Forgets what was built, to begin again.</summary>
    void Clear();

    /// <summary>Shows the built snapshot to readers.</summary>
    /// <exception cref="CorpusException">Another snapshot is there.</exception>
    Task<PublishedSnapshot> PublishAsync(SnapshotManifest manifest, ICrashPoints crashPoints, CancellationToken cancellationToken);
}
