namespace SynthFarm.Corpus.Pulling;

/// <summary>Where the files of a snapshot come from.</summary>
internal interface ISnapshotSource : IDisposable
{
    /// <summary>What messages call it; holds no secret.</summary>
    string Name { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Relative, as the manifest lists it.</param>
    /// <param name="offset">Where to begin; the source may begin at the start all the same, and says so.</param>
    /// <param name="tag">The version of the file that the bytes before the offset are of; null when it is not known.</param>
    /// <exception cref="PullException">It cannot be opened.</exception>
    Task<SourceFile> OpenAsync(string path, long offset, string? tag, CancellationToken cancellationToken);
}
