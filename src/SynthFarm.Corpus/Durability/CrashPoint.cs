namespace SynthFarm.Corpus.Durability;

/// <summary>The points at which a commit, a merge of parts, a publication or a pull can be interrupted.</summary>
public static class CrashPoint
{
    /// <summary>A part is complete and flushed under its temporary name.</summary>
    public const string PartWritten = "corpus.part.written";

    /// <summary>A part has its content name; no manifest lists it.</summary>
    public const string PartRenamed = "corpus.part.renamed";

    /// <summary>The next manifest is complete and flushed under its temporary name.</summary>
    public const string ManifestWritten = "corpus.manifest.written";

    /// <summary>The next manifest is in place.</summary>
    public const string ManifestRenamed = "corpus.manifest.renamed";

    /// <summary>A part made of several is complete and flushed under its temporary name.</summary>
    public const string MergeWritten = "corpus.merge.written";

    /// <summary>A part made of several has its content name; no manifest lists it.</summary>
    public const string MergeRenamed = "corpus.merge.renamed";

    /// <summary>A manifest that lists the part instead of those it was made of is complete and flushed under its temporary name.</summary>
    public const string MergeManifestWritten = "corpus.merge.manifest.written";

    /// <summary>That manifest is in place; the parts it no longer lists are all there.</summary>
    public const string MergeManifestRenamed = "corpus.merge.manifest.renamed";

    /// <summary>One of the files that are no longer listed is removed.</summary>
    public const string MergeRemoving = "corpus.merge.removing";

    /// <summary>A shard of a snapshot is complete and flushed.</summary>
    public const string ShardWritten = "publish.shard.written";

    /// <summary>The snapshot is complete beside its final place.</summary>
    public const string BeforeRename = "publish.before-rename";

    /// <summary>The snapshot is in its place.</summary>
    public const string Renamed = "publish.renamed";

    /// <summary>A file of a snapshot is put into a store; no manifest is there.</summary>
    public const string StoreFilePut = "store.file.put";

    /// <summary>The manifest is put into a store: the snapshot is there.</summary>
    public const string StoreManifestPut = "store.manifest.put";

    /// <summary>Some bytes of a file that is pulled are on the disk.</summary>
    public const string PullBytesWritten = "pull.bytes.written";

    /// <summary>A file that is pulled is complete, compared with its checksum and flushed; its name still says that it is not.</summary>
    public const string PullFileWritten = "pull.file.written";

    /// <summary>A file that is pulled has its name.</summary>
    public const string PullFileRenamed = "pull.file.renamed";

    /// <summary>Everything is pulled and compared; the snapshot is complete beside its place.</summary>
    public const string PullBeforeRename = "pull.before-rename";

    /// <summary>The pulled snapshot is in its place.</summary>
    public const string PullRenamed = "pull.renamed";

    /// <summary>Every point, in the order an operation passes them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        PartWritten, PartRenamed, ManifestWritten, ManifestRenamed,
        MergeWritten, MergeRenamed, MergeManifestWritten, MergeManifestRenamed, MergeRemoving,
        ShardWritten, BeforeRename, Renamed, StoreFilePut, StoreManifestPut,
        PullBytesWritten, PullFileWritten, PullFileRenamed, PullBeforeRename, PullRenamed,
    ];

    /// <summary>Goes on at every point.</summary>
    public static ICrashPoints None { get; } = new NoCrash();

    private sealed class NoCrash : ICrashPoints
    {
        public void Reach(string point)
        {
        }
    }
}
