using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Corpus.Curation;

/// <summary>Finds rows of a snapshot by id, so that nobody marks what is not there.</summary>
public static class RowSearch
{
    /// <summary>The config that holds a row of this id; null for none. Reads only the ids.</summary>
    /// <exception cref="CorpusException">The directory is no snapshot, or a shard is damaged.</exception>
    public static string? ConfigOf(string snapshotDirectory, string rowId, CancellationToken cancellationToken = default)
    {
        var manifest = SnapshotManifest.Load(snapshotDirectory);
        foreach (var config in manifest.Configs)
        {
            foreach (var shard in config.Splits.SelectMany(s => s.Shards))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var path = FilePaths.Resolve(snapshotDirectory, shard);
                var schema = ParquetRows.SchemaOf(path, shard);
                if (schema.Fields.Any(f => f.Name == "id") && ParquetRows.Read(path, shard, schema, "id").Any(row => row.Get<string>("id") == rowId))
                {
                    return config.Name;
                }
            }
        }

        return null;
    }
}
