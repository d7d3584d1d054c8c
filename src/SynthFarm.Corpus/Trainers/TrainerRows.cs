using SynthFarm.Parquet;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trainers;

/// <summary>Reads shards whose schema is not known beforehand.</summary>
internal static class TrainerRows
{
    /// <summary>The named columns of a shard, row by row; none for all.</summary>
    /// <exception cref="CorpusException">While enumerating: the file is damaged, or has no such column.</exception>
    public static IEnumerable<ParquetRow> Read(string directory, string shard, params IReadOnlyList<string> columns)
    {
        using var reader = Open(directory, shard, columns);
        using var rows = reader.Rows(columns).GetEnumerator();
        while (Guard(rows.MoveNext, shard))
        {
            yield return rows.Current;
        }
    }

    /// <summary>Opens a shard that must have some columns.</summary>
    /// <exception cref="CorpusException">The file is damaged, or has no such column.</exception>
    public static ParquetReader Open(string directory, string shard, params IReadOnlyList<string> columns)
    {
        var reader = Guard(() => ParquetReader.Open(Path.Combine(directory, shard)), shard);
        if (columns.FirstOrDefault(column => reader.Schema.Fields.All(f => f.Name != column)) is { } missing)
        {
            var there = string.Join(", ", reader.Schema.Fields.Select(f => f.Name));
            reader.Dispose();
            throw new CorpusException($"{shard}: has no column \"{missing}\"; there are {there}.");
        }

        return reader;
    }

    private static T Guard<T>(Func<T> read, string shard)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ParquetFormatException or IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"{shard}: {e.Message}", e);
        }
    }
}
