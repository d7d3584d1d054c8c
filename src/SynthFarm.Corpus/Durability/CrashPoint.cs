namespace SynthFarm.Corpus.Durability;

/// <summary>The points at which a commit or a publication can be interrupted.</summary>
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

    /// <summary>A shard of a snapshot is complete and flushed.</summary>
    public const string ShardWritten = "publish.shard.written";

    /// <summary>The snapshot is complete beside its final place.</summary>
    public const string BeforeRename = "publish.before-rename";

    /// <summary>The snapshot is in its place.</summary>
    public const string Renamed = "publish.renamed";

    /// <summary>Every point, in the order an operation passes them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [PartWritten, PartRenamed, ManifestWritten, ManifestRenamed, ShardWritten, BeforeRename, Renamed];

    /// <summary>Goes on at every point.</summary>
    public static ICrashPoints None { get; } = new NoCrash();

    private sealed class NoCrash : ICrashPoints
    {
        public void Reach(string point)
        {
        }
    }
}
