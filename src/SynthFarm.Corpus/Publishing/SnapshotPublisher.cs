using SynthFarm.Corpus.Objects;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>
/// Publishes the trees of one or more runs as a snapshot: an immutable Hugging Face dataset folder. Rows are derived from the stored trees
/// and nothing is generated again; equal trees and options give byte-equal Parquet files, however often and in whatever order they were
/// committed.
/// </summary>
/// <remarks>
/// In a folder the snapshot appears by one rename, in a store by its manifest, which is put last. A run may go on meanwhile: what is
/// published is the state of one commit. Memory holds one tree at a time per open part.
/// </remarks>
public static class SnapshotPublisher
{
    // On a file system without locks a merge can overtake a reader; one that happens again and again is told.
    private const int Attempts = 5;

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
        ArgumentException.ThrowIfNullOrEmpty(outDirectory);
        var valid = Validate(runDirectories, options);
        return Task.Run(() => PublishAsync(runDirectories, () => SnapshotPlace.Take(outDirectory), valid, cancellationToken), cancellationToken);
    }

    /// <summary>Publishes several runs to a store.</summary>
    /// <param name="runDirectories">The runs, at least one; of trees that are in several, one is taken.</param>
    /// <param name="target">The snapshot's place. Other contents there are refused; the same snapshot is left as it is.</param>
    /// <param name="workDirectory">A local folder of the publication's own, in which the snapshot is built; emptied when done.</param>
    /// <param name="options">Defaults when null. The clock also waits between attempts at a store that is busy.</param>
    /// <exception cref="CorpusException">The place is taken, a run is damaged, or two runs have one problem id with different contents.</exception>
    /// <exception cref="ObjectStoreException">The store cannot be written to. Publishing again goes on with what is there.</exception>
    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public static Task<PublishedSnapshot> PublishAsync(
        IReadOnlyList<string> runDirectories, StoreLocation target, string workDirectory, PublishOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentException.ThrowIfNullOrEmpty(workDirectory);
        var valid = Validate(runDirectories, options);
        return Task.Run(() => PublishAsync(runDirectories, () => StorePlace.Take(target, workDirectory, valid.Clock), valid, cancellationToken), cancellationToken);
    }

    private static PublishOptions Validate(IReadOnlyList<string> runDirectories, PublishOptions? options)
    {
        ArgumentNullException.ThrowIfNull(runDirectories);
        ArgumentOutOfRangeException.ThrowIfZero(runDirectories.Count, nameof(runDirectories));
        options ??= new PublishOptions();
        return options.Validate("publish").FirstOrDefault() is { } fault ? throw new ArgumentException(fault, nameof(options)) : options;
    }

    private static async Task<PublishedSnapshot> PublishAsync(
        IReadOnlyList<string> runDirectories, Func<ISnapshotPlace> take, PublishOptions options, CancellationToken cancellationToken)
    {
        using var place = take();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var manifest = Build(runDirectories, place, options, cancellationToken);
                return await place.PublishAsync(manifest, options.CrashPoints, cancellationToken).ConfigureAwait(false);
            }
            catch (CorpusChangedException) when (attempt < Attempts)
            {
                place.Clear();
            }
        }
    }

    private static SnapshotManifest Build(IReadOnlyList<string> runDirectories, ISnapshotPlace place, PublishOptions options, CancellationToken cancellationToken)
    {
        var runs = new List<CorpusReader>();
        try
        {
            runs.AddRange(runDirectories.Select(CorpusReader.Open));
            using var writer = new SnapshotWriter(place.BuildDirectory, options);
            foreach (var (finished, lineage) in RunMerge.Sorted(runs, place.ScratchDirectory))
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.Write(finished, lineage);
            }

            return writer.Complete([.. runs.Select(r => r.Lineage).Distinct().OrderBy(l => l.Round).ThenBy(l => l.RunId, StringComparer.Ordinal)]);
        }
        finally
        {
            runs.ForEach(run => run.Dispose());
        }
    }
}
