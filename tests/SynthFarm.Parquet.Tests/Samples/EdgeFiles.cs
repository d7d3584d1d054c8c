using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Tests.Samples;

/// <summary>Files at the edges of what a corpus holds: no rows, nothing but nulls, rows of 20 MB, a million rows.</summary>
internal static class EdgeFiles
{
    private static readonly ParquetSchema AllTypes = new(
        Column.Boolean("flag", optional: true), Column.Int32("n", optional: true), Column.Int64("big", optional: true),
        Column.Float("f", optional: true), Column.Double("d", optional: true), Column.String("text", optional: true), Column.Bytes("bytes", optional: true),
        Column.List("xs", Column.Int32("element"), optional: true), Column.List("ys", Column.String("element", optional: true)),
        Column.OptionalStruct("s", Column.String("a"), Column.List("b", Column.List("element", Column.Double("element")))),
        Column.List("messages", Column.Struct("element", Column.String("role"), Column.String("content"))));

    public static IEnumerable<(string Name, ParquetSchema Schema, IEnumerable<ParquetRow> Rows)> All() =>
    [
        ("no-rows", AllTypes, []),
        ("nulls", AllTypes, Enumerable.Range(0, 3000).Select(i => Files.Row(
            "ys", i < 1500 ? [] : new string?[] { null }, "messages", Array.Empty<ParquetRow>()))),
        ("large-rows", new ParquetSchema(Column.Int32("n"), Column.String("text"), Column.List("xs", Column.Int64("element"))), LargeRows()),
        ("million-rows", new ParquetSchema(Column.Int32("n"), Column.String("kind", optional: true)), MillionRows()),
    ];

    private static IEnumerable<ParquetRow> LargeRows()
    {
        for (var i = 0; i < 3; i++)
        {
            var text = string.Concat(Enumerable.Repeat($"{i} + 14 = {i + 14}; left: 7, 32\n", 900_000));
            yield return Files.Row("n", i, "text", i == 1 ? "" : text[..(20 << 20)], "xs", Enumerable.Range(0, i * 100_000).Select(x => (long)x * x).ToArray());
        }
    }

    private static IEnumerable<ParquetRow> MillionRows()
        => Enumerable.Range(0, 1_000_000).Select(i => Files.Row("n", i * 7919, "kind", i % 10 == 0 ? null : $"kind {i % 50}"));
}
