using System.Collections;
using System.Globalization;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Checking;

/// <summary>Compares two rows of one schema.</summary>
internal static class RowDifference
{
    private const int ShownLength = 60;

    /// <summary>The first column that differs, with both values; null when the rows are equal.</summary>
    public static string? Find(ParquetRow expected, ParquetRow found)
    {
        for (var i = 0; i < expected.Names.Count; i++)
        {
            if (!IsEqual(expected.Values[i], found.Values[i]))
            {
                return $"{expected.Names[i]} is {Show(found.Values[i])} where its tree gives {Show(expected.Values[i])}";
            }
        }

        return null;
    }

    private static bool IsEqual(object? a, object? b) => (a, b) switch
    {
        (ParquetRow x, ParquetRow y) => x.Values.Count == y.Values.Count && x.Values.Zip(y.Values).All(pair => IsEqual(pair.First, pair.Second)),
        (string x, string y) => x == y,
        (IEnumerable x, IEnumerable y) => IsEqual([.. x.Cast<object?>()], [.. y.Cast<object?>()]),
        _ => Equals(a, b),
    };

    private static bool IsEqual(List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => IsEqual(pair.First, pair.Second));

    private static string Show(object? value)
    {
        var text = Text(value);
        return text.Length <= ShownLength ? text : text[..ShownLength] + "...";
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        ParquetRow row => "{" + string.Join(", ", row.Names.Zip(row.Values, (name, inner) => $"{name}: {Text(inner)}")) + "}",
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Text)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
