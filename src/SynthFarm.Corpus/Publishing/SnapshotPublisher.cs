using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>
/// Publishes the trees of one or more runs as a snapshot: an immutable Hugging Face dataset folder. Rows are derived from the stored trees
/// and nothing is generated again; equal trees and options give byte-equal Parquet files, however often and in whatever order they were
/// committed.
/// </summary>
/// <remarks>
/// The snapshot is built in a folder beside its place and appears there by one rename. Memory holds one tree at a time per open part.
/// </remarks>
public static class SnapshotPublisher
{
    /// <summary>Publishes a run.</summary>
    /// <inheritdoc cref="PublishAsync(IReadOnlyList{string}, string, PublishOptions, CancellationToken)"/>
    public static Task<PublishedSnapshot> PublishAsync(
        string runDirectory, string outDirectory, PublishOptions? options = null, CancellationToken cancellationToken = default)
        => PublishAsync([runDirectory], outDirectory, options, cancellationToken);

    /// <summary>Publishes several runs together.</summary>
    /// <param name="runDirectories">The runs, at least one; of trees that are in several, one is taken.</param>
    /// <param name="outDirectory">The snapshot's place. A folder with other contents there is refused; the same snapshot is left as it is.</param>
    /// <param name="options">Defaults when null.</param>
    /// <exception cref="CorpusException">The place is taken, a run is damaged, or two runs have one problem id with different contents.</exception>
    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public static Task<PublishedSnapshot> PublishAsync(
        IReadOnlyList<string> runDirectories, string outDirectory, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runDirectories);
        ArgumentException.ThrowIfNullOrEmpty(outDirectory);
        ArgumentOutOfRangeException.ThrowIfZero(runDirectories.Count, nameof(runDirectories));
        options ??= new PublishOptions();
        if (options.Validate("publish").FirstOrDefault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        return Task.Run(() => Publish(runDirectories, outDirectory, options, cancellationToken), cancellationToken);
    }

    private static PublishedSnapshot Publish(
        IReadOnlyList<string> runDirectories, string outDirectory, PublishOptions options, CancellationToken cancellationToken)
    {
        var runs = runDirectories.Select(CorpusReader.Open).ToList();
        using var place = SnapshotPlace.Take(outDirectory);
        SnapshotManifest manifest;
        using (var writer = new SnapshotWriter(place.BuildDirectory, options))
        {
            foreach (var (finished, lineage) in RunMerge.Sorted(runs, place.ScratchDirectory))
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.Write(finished, lineage);
            }

            manifest = writer.Complete([.. runs.Select(r => r.Lineage).Distinct().OrderBy(l => l.Round).ThenBy(l => l.RunId, StringComparer.Ordinal)]);
        }

        return place.Publish(manifest, options.CrashPoints);
    }
}
