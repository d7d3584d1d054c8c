using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Comparison;

/// <summary>Reads configs of a snapshot across their splits, each of which is sorted by problem id.</summary>
/// <param name="round">The one round to be read; null for all.</param>
internal sealed class SnapshotShards(string directory, SnapshotManifest manifest, int? round)
{
    /// <summary>Says of a row what is not in it; a row's id is compared by itself.</summary>
    private const string IdColumn = "id";

    /// <summary>Whether something of this round is read; what has no round is.</summary>
    public bool IsOfRound(int? of) => round is null || of is null || of == round;

    /// <summary>Merges the splits of a config by problem id. One split is read alone, as nearly always.</summary>
    public IEnumerable<T> Merge<T>(string config, Func<string, IEnumerable<T>> read, Func<T, string> idOf)
        => SortedMerge.By(manifest.Configs.Where(c => c.Name == config).SelectMany(c => c.Splits).Select(s => s.Shards.SelectMany(read)), idOf);

    /// <summary>The rows of a shard, whatever its schema is.</summary>
    /// <param name="columns">The columns to read, all of which it has; none for all.</param>
    public IEnumerable<ParquetRow> Read(string shard, params IReadOnlyList<string> columns)
    {
        var path = FilePaths.Resolve(directory, shard);
        return ParquetRows.Read(path, shard, ParquetRows.SchemaOf(path, shard), columns);
    }

    /// <summary>The rows of a config, whatever its columns are, with a digest of each value.</summary>
    /// <exception cref="CorpusException">While enumerating: a shard is damaged, or has no id and problem.</exception>
    public IEnumerable<DiffRow> DigestRows(string config)
    {
        var columns = (IReadOnlyList<string>?)null;
        return Merge(config, ReadDigests, row => row.ProblemId);

        IEnumerable<DiffRow> ReadDigests(string shard)
        {
            var names = ParquetRows.SchemaOf(FilePaths.Resolve(directory, shard), shard).Fields.Select(f => f.Name).ToList();
            if (!names.Contains(IdColumn) || !names.Contains("problem_id"))
            {
                throw new CorpusException($"{shard}: has no columns \"id\" and \"problem_id\", by which rows are compared.");
            }

            columns ??= [.. names.Where(name => name != IdColumn)];
            var (hasRound, hasTree, digest) = (names.Contains("round"), names.Contains("tree_id"), new ValueDigest());
            foreach (var row in Read(shard))
            {
                if (!hasRound || IsOfRound(row.Get<int>("round")))
                {
                    yield return new DiffRow(
                        row.Get<string>(IdColumn), row.Get<string>("problem_id"), hasTree ? row.Get<string?>("tree_id") : null,
                        columns, [.. columns.Select(name => digest.Add(row[name]).Take())]);
                }
            }
        }
    }
}
