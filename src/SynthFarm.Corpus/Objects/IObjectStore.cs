namespace SynthFarm.Corpus.Objects;

/// <summary>
/// Keeps immutable objects by name: a folder here, a container of blobs elsewhere. Only what every such store can do: put if absent, look,
/// list, read a range. There is no rename, no append, no replacing and no lock.
/// </summary>
/// <remarks>
/// Names are those <see cref="ObjectName"/> allows; any other is an <see cref="ArgumentException"/>. Implementations allow concurrent calls,
/// from several processes too. What fails is an <see cref="ObjectStoreException"/>. The abstract suite ObjectStoreSpec of the test kit says
/// the rest.
/// </remarks>
public interface IObjectStore
{
    /// <summary>Where the store is, for messages; holds no secret.</summary>
    string Location { get; }

    /// <summary>
    /// Puts an object unless there is one of its name. All or nothing and durable when it returns: nobody ever sees a part of it, and of
    /// several that put one name at once, exactly one succeeds.
    /// </summary>
    /// <param name="contents">Read from where it stands to its end.</param>
    /// <returns>False when the name is taken; the object there is left as it is.</returns>
    /// <exception cref="ObjectStoreException">It failed. When <see cref="ObjectStoreException.IsTransient"/>, the object may be there all the same: put it again.</exception>
    Task<bool> PutIfAbsentAsync(string name, Stream contents, CancellationToken cancellationToken = default);

    /// <summary>An object's length; null when there is none of this name.</summary>
    Task<ObjectInfo?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The objects whose names begin with a prefix, in ordinal order of the names.</summary>
    /// <param name="prefix">Empty for all, or the beginning of a name, with a slash at its end for a folder.</param>
    IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, CancellationToken cancellationToken = default);

    /// <summary>Reads from an offset as much as there is and the buffer takes.</summary>
    /// <param name="offset">From 0. At the object's end and behind it there is nothing to read.</param>
    /// <returns>How many bytes were read, fewer than the buffer takes only at the end; null when there is no object of this name.</returns>
    Task<int?> ReadAsync(string name, long offset, Memory<byte> buffer, CancellationToken cancellationToken = default);
}
