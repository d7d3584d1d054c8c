using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Objects;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Pulling;

/// <summary>
/// Copies a snapshot from elsewhere. Its manifest says which files there are; each is compared with its checksum while it arrives, and the
/// snapshot appears in its place by one rename when all are there. What was pulled before an interruption is kept beside the place.
/// </summary>
public static class SnapshotPuller
{
    /// <param name="source">A URL below which the snapshot's files lie, a <c>file:</c> URL, or a folder.</param>
    /// <param name="outDirectory">The snapshot's place. A folder with other contents there is refused; the same snapshot is left as it is.</param>
    /// <param name="options">Defaults when null.</param>
    /// <exception cref="PullException">The source cannot be read, or holds something else than its manifest says.</exception>
    /// <exception cref="CorpusException">The place is taken, the manifest is damaged, or a config is not in it.</exception>
    /// <exception cref="ArgumentException">The source is no address, or an option is out of bounds.</exception>
    public static async Task<PulledSnapshot> PullAsync(string source, string outDirectory, PullOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentException.ThrowIfNullOrEmpty(outDirectory);
        var valid = Validate(options);
        using var opened = Open(source, valid);
        return await PullAsync(opened, outDirectory, valid, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Copies a snapshot from a store.</summary>
    /// <inheritdoc cref="PullAsync(string, string, PullOptions?, CancellationToken)"/>
    public static async Task<PulledSnapshot> PullAsync(StoreLocation source, string outDirectory, PullOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrEmpty(outDirectory);
        var valid = Validate(options);
        using var opened = new StoreSource(source);
        return await PullAsync(opened, outDirectory, valid, cancellationToken).ConfigureAwait(false);
    }

    private static PullOptions Validate(PullOptions? options)
    {
        options ??= new PullOptions();
        return options.Validate("pull").FirstOrDefault() is { } fault ? throw new ArgumentException(fault, nameof(options)) : options;
    }

    private static ISnapshotSource Open(string source, PullOptions options)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var url) || url.IsFile || !source.Contains("://", StringComparison.Ordinal))
        {
            var folder = source.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? url?.LocalPath ?? source["file:".Length..] : source;
            return new StoreSource(new StoreLocation(new FolderObjectStore(folder)));
        }

        if (url.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"\"{url.Scheme}:\" is no address that can be pulled from; allowed are http, https, file and folders.", nameof(source));
        }

        return url.UserInfo.Length == 0
            ? new HttpSource(url, options)
            : throw new ArgumentException($"The address of {url.Host} holds a user or password; give a token by file or environment instead.", nameof(source));
    }

    private static async Task<PulledSnapshot> PullAsync(ISnapshotSource source, string outDirectory, PullOptions options, CancellationToken cancellationToken)
    {
        using var place = SnapshotPlace.Take(outDirectory, ".tmp-pull");
        var partials = Directory.CreateDirectory(place.ScratchDirectory).FullName;
        var pull = new FilePull(source, partials, options);
        place.KeepsWork = HasWork(place);
        var bytes = await pull.ReadAsync(SnapshotManifest.FileName, StoredSnapshot.MaxManifestBytes, cancellationToken).ConfigureAwait(false);
        var selection = PullSelection.Of(bytes, $"{source.Name}/{SnapshotManifest.FileName}", options.Configs);
        var manifest = selection.Manifest;
        if (place.FindSame(manifest) is { } there)
        {
            place.KeepsWork = false;
            return new PulledSnapshot(there.Directory, there.Manifest, WasThere: true, BytesReceived: 0);
        }

        place.KeepsWork = true;
        Tidy(place, manifest);
        var (arrived, all) = (0L, manifest.Files.Sum(f => f.Bytes));
        foreach (var file in manifest.Files)
        {
            var target = FilePaths.Resolve(place.BuildDirectory, file.Path);
            if (!await IsThereAsync(target, file, cancellationToken).ConfigureAwait(false))
            {
                var before = arrived;
                await pull.PullAsync(file, target, count => options.Progress?.Report(new PullProgress(before + count, all, file.Path)), cancellationToken).ConfigureAwait(false);
            }

            arrived += file.Bytes;
            options.Progress?.Report(new PullProgress(arrived, all, file.Path));
        }

        DurableFiles.Write(Path.Combine(place.BuildDirectory, SnapshotManifest.FileName), selection.Bytes);
        DurableFiles.FlushDirectory(place.BuildDirectory);
        var pulled = place.Publish(manifest, options.CrashPoints, CrashPoint.PullBeforeRename, CrashPoint.PullRenamed);
        return new PulledSnapshot(pulled.Directory, manifest, pulled.WasThere, pull.Received);
    }

    private static bool HasWork(SnapshotPlace place)
        => new[] { place.BuildDirectory, place.ScratchDirectory }.Any(folder => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any());

    /// <summary>Removes what an earlier pull of another snapshot left.</summary>
    private static void Tidy(SnapshotPlace place, SnapshotManifest manifest)
    {
        Directory.CreateDirectory(place.BuildDirectory);
        var paths = manifest.Files.Select(f => FilePaths.Resolve(place.BuildDirectory, f.Path)).ToHashSet(StringComparer.Ordinal);
        var hashes = manifest.Files.Select(f => f.Sha256).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(place.BuildDirectory, "*", SearchOption.AllDirectories).Where(path => !paths.Contains(path))
            .Concat(Directory.EnumerateFiles(place.ScratchDirectory).Where(path => !PartialFile.IsOf(path, hashes))).ToList())
        {
            File.Delete(path);
        }
    }

    private static async Task<bool> IsThereAsync(string path, FileEntry file, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != file.Bytes)
        {
            return false;
        }

        await using var stream = File.OpenRead(path);
        var hash = await System.Security.Cryptography.SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false);
        return Convert.ToHexStringLower(hash) == file.Sha256;
    }
}
