using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Writes one config of a snapshot, each row into its split.</summary>
internal sealed class ConfigWriter<T> : IConfigWriter
{
    private readonly string _snapshot;
    private readonly ConfigDefinition<T> _config;
    private readonly PublishOptions _options;
    private readonly Dictionary<string, ShardedSplit<T>> _splits = [];

    public ConfigWriter(string snapshot, ConfigDefinition<T> config, PublishOptions options)
    {
        (_snapshot, _config, _options) = (snapshot, config, options);
        Directory.CreateDirectory(Path.Combine(snapshot, config.Name));
    }

    public void Write(DerivedProblem problem)
    {
        foreach (var row in _config.RowsOf(problem))
        {
            Write(problem.Split, row);
        }
    }

    /// <summary>Writes one row into a split.</summary>
    public void Write(string split, T row) => Split(split).Write(row);

    public void EndProblem()
    {
        foreach (var split in _splits.Values)
        {
            split.EndProblem();
        }
    }

    public (SnapshotConfig Config, IReadOnlyList<FileEntry> Files) Complete()
    {
        if (_splits.Count == 0)
        {
            _ = Split(SplitNames.Train);
        }

        var splits = new List<SnapshotSplit>();
        var files = new List<FileEntry>();
        foreach (var name in SplitNames.All.Where(_splits.ContainsKey))
        {
            var shards = _splits[name].Complete();
            splits.Add(new SnapshotSplit(name, shards.Sum(s => s.Rows!.Value), [.. shards.Select(s => s.Path)]));
            files.AddRange(shards);
        }

        DurableFiles.FlushDirectory(Path.Combine(_snapshot, _config.Name));
        return (new SnapshotConfig { Name = _config.Name, SchemaVersion = _config.SchemaVersion, SchemaHash = SchemaHash.Of(_config.Schema), Splits = splits }, files);
    }

    public void Dispose()
    {
        foreach (var split in _splits.Values)
        {
            split.Dispose();
        }
    }

    private ShardedSplit<T> Split(string name)
    {
        if (!_splits.TryGetValue(name, out var split))
        {
            _splits[name] = split = new ShardedSplit<T>(_snapshot, _config.Name, name, _config.Map, _config.SizeOf, _options);
        }

        return split;
    }
}
