using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Writes one config of a snapshot, each row into its split.</summary>
internal sealed class ConfigWriter<T> : IConfigWriter
{
    private readonly string _snapshot;
    private readonly string _name;
    private readonly int _version;
    private readonly RowMap<T> _map;
    private readonly Func<T, long> _sizeOf;
    private readonly PublishOptions _options;
    private readonly Dictionary<string, ShardedSplit<T>> _splits = [];

    public ConfigWriter(string snapshot, string name, int version, RowMap<T> map, Func<T, long> sizeOf, PublishOptions options)
    {
        (_snapshot, _name, _version, _map, _sizeOf, _options) = (snapshot, name, version, map, sizeOf, options);
        Directory.CreateDirectory(Path.Combine(snapshot, name));
    }

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

        DurableFiles.FlushDirectory(Path.Combine(_snapshot, _name));
        return (new SnapshotConfig { Name = _name, SchemaVersion = _version, SchemaHash = SchemaHash.Of(_map.Schema), Splits = splits }, files);
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
            _splits[name] = split = new ShardedSplit<T>(_snapshot, _name, name, _map, _sizeOf, _options);
        }

        return split;
    }
}
