using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Selection;

/// <summary>The snapshot that is selected from: whole, and read config by config whatever the columns are.</summary>
internal sealed class SourceSnapshot
{
    private readonly string _directory;

    private SourceSnapshot(string directory, SnapshotManifest manifest, SnapshotParent parent)
        => (_directory, Manifest, Parent) = (directory, manifest, parent);

    public SnapshotManifest Manifest { get; }

    /// <summary>How a snapshot made of this one names it.</summary>
    public SnapshotParent Parent { get; }

    /// <exception cref="CorpusException">The directory is no snapshot, a file of it is damaged, or a config that selection needs is not there.</exception>
    public static SourceSnapshot Open(string directory, CancellationToken cancellationToken)
    {
        var manifest = SnapshotManifest.Load(directory);
        var log = new CheckLog(directory, new CheckOptions { FilesOnly = true }, cancellationToken);
        FileChecks.Check(log, manifest.Files, SnapshotManifest.FileName);
        if (log.ToReport().Findings is [var finding, ..])
        {
            throw new CorpusException($"\"{directory}\" is a damaged snapshot. {finding}");
        }

        if (new[] { ConfigNames.Sft, ConfigNames.Trees, ConfigNames.Rejections }.FirstOrDefault(name => manifest.Configs.All(c => c.Name != name)) is { } missing)
        {
            throw new CorpusException($"\"{directory}\" has no config \"{missing}\"; rows are selected by what is known of their trees.");
        }

        var seal = SealedJson.SealOf(File.ReadAllBytes(Path.Combine(directory, SnapshotManifest.FileName)));
        var source = new SourceSnapshot(directory, manifest, new SnapshotParent(manifest.Name, seal, "select"));
        foreach (var config in manifest.Configs.Where(c => c.Name is ConfigNames.Sft or ConfigNames.Shortcut))
        {
            if (!source.SchemaOf(config).Equals(SelectionColumns.SchemaOf(manifest, config.Name, ThoughtSchema.Map.Schema)))
            {
                throw new CorpusException($"{directory}/{config.Name}: the columns are not those of this version.");
            }
        }

        return source;
    }

    public SnapshotConfig Config(string name) => Manifest.Configs.Single(c => c.Name == name);

    public static long RowsOf(SnapshotConfig config) => config.Splits.Sum(s => s.Rows);

    /// <summary>The schema all shards of a config have.</summary>
    /// <exception cref="CorpusException">It is not the one the manifest names.</exception>
    public ParquetSchema SchemaOf(SnapshotConfig config)
    {
        var shard = config.Splits.SelectMany(s => s.Shards).FirstOrDefault()
            ?? throw new CorpusException($"{SnapshotManifest.FileName}: the config {config.Name} has no shard.");
        var schema = ParquetRows.SchemaOf(FilePaths.Resolve(_directory, shard), shard);
        return SchemaHash.Of(schema) == config.SchemaHash
            ? schema
            : throw new CorpusException($"{shard}: the columns are not those the manifest names for {config.Name}.");
    }

    /// <summary>The rows of a split in order.</summary>
    public IEnumerable<ParquetRow> Rows(SnapshotConfig config, SnapshotSplit split, params IReadOnlyList<string> columns)
    {
        var schema = SchemaOf(config);
        return split.Shards.SelectMany(shard => ParquetRows.Read(FilePaths.Resolve(_directory, shard), shard, schema, columns));
    }

    /// <summary>The trees of a split, to be asked for in the order of the problem ids.</summary>
    public TreeCursor Trees(string split)
    {
        var shards = Config(ConfigNames.Trees).Splits.FirstOrDefault(s => s.Name == split)?.Shards ?? [];
        return new TreeCursor(shards.SelectMany(shard => TreeAssembler.Assemble(ParquetRows.Read(FilePaths.Resolve(_directory, shard), shard, TreeSchema.Schema), shard)));
    }

    /// <summary>The split of a row, by the name in its column.</summary>
    public static DataSplit SplitOf(string name) => name switch
    {
        SplitNames.Test => DataSplit.Test,
        SplitNames.Validation => DataSplit.Validation,
        _ => DataSplit.Train,
    };

    /// <summary>The name of a split.</summary>
    public static string NameOf(DataSplit split) => split switch
    {
        DataSplit.Test => SplitNames.Test,
        DataSplit.Validation => SplitNames.Validation,
        _ => SplitNames.Train,
    };
}
