using System.Runtime.CompilerServices;
using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Objects;

/// <summary>
/// Objects as files of a folder. An object is written and flushed under <c>.incoming/</c>, which is no object's name, and then linked to its
/// name: linking fails when the name is taken, whoever else is at work.
/// </summary>
/// <remarks>
/// Symbolic links below the folder are neither followed nor listed. What a killed writer left in <c>.incoming/</c> harms nobody and may be
/// deleted when nobody writes.
/// </remarks>
public sealed class FolderObjectStore : IObjectStore
{
    private const string Incoming = ".incoming";

    private readonly string _root;

    /// <param name="directory">The folder; created by the first put.</param>
    public FolderObjectStore(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
    }

    public string Location => _root;

    /// <inheritdoc/>
    public async Task<bool> PutIfAbsentAsync(string name, Stream contents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ObjectName.Require(name);
        return await GuardAsync(name, PutAsync).ConfigureAwait(false);

        async Task<bool> PutAsync()
        {
            var path = Resolve(name);
            if (File.Exists(path))
            {
                return false;
            }

            CreateFolders(name);
            var incoming = Path.Combine(_root, Incoming);
            Directory.CreateDirectory(incoming);
            var temporary = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
            try
            {
                await WriteAsync(temporary, contents, cancellationToken).ConfigureAwait(false);
                return DurableFiles.TryPutInPlace(temporary, path);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
    }

    /// <inheritdoc/>
    public Task<ObjectInfo?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        ObjectName.Require(name);
        return GuardAsync(name, () =>
        {
            var file = new FileInfo(Resolve(name));
            return Task.FromResult(file.Exists ? new ObjectInfo(name, file.Length) : (ObjectInfo?)null);
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ObjectName.RequirePrefix(prefix);
        var folder = prefix[..(prefix.LastIndexOf('/') + 1)];
        var start = Path.Combine(_root, folder);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in Directory.Exists(start) ? FolderListing.Objects(new DirectoryInfo(start), folder) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (item.Name.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return item;
            }
        }
    }

    /// <inheritdoc/>
    public Task<int?> ReadAsync(string name, long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectName.Require(name);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return GuardAsync(name, ReadAsync);

        async Task<int?> ReadAsync()
        {
            var path = Resolve(name);
            if (!File.Exists(path))
            {
                return null;
            }

            using var file = File.OpenHandle(path, options: FileOptions.Asynchronous);
            var count = 0;
            while (count < buffer.Length && await RandomAccess.ReadAsync(file, buffer[count..], offset + count, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                count += read;
            }

            return count;
        }
    }

    private static async Task WriteAsync(string path, Stream contents, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        await contents.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Creates the folders of a name, each flushed in the one above it.</summary>
    private void CreateFolders(string name)
    {
        Directory.CreateDirectory(_root);
        var folder = _root;
        foreach (var part in name.Split('/')[..^1])
        {
            var parent = folder;
            folder = Path.Combine(folder, part);
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                DurableFiles.FlushDirectory(parent);
            }
        }
    }

    /// <exception cref="ObjectStoreException">A link or something else that is no object's folder is in the way.</exception>
    private string Resolve(string name)
    {
        var path = _root;
        foreach (var part in name.Split('/'))
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
            {
                throw new ObjectStoreException($"{path}: is a symbolic link, which is not followed.");
            }
        }

        return Directory.Exists(path) ? throw new ObjectStoreException($"{path}: is a folder; an object cannot have its name.") : path;
    }

    private static async Task<T> GuardAsync<T>(string name, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ObjectStoreException($"{name}: {e.Message}", e);
        }
    }
}
