using System.Collections;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Selection;

/// <summary>Raw size of a row of any schema, for the length of shards.</summary>
internal static class RowSize
{
    public static long Of(ParquetRow row) => row.Values.Sum(Of);

    private static long Of(object? value) => value switch
    {
        null => 1,
        string text => 4 + text.Length,
        byte[] bytes => 4 + bytes.Length,
        ParquetRow row => Of(row),
        IReadOnlyCollection<int> numbers => 4L * numbers.Count,
        IEnumerable items => items.Cast<object?>().Sum(Of),
        _ => 8,
    };
}
