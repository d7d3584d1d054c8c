using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Tests.Samples;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Parquet.Tests;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_nested_rows_come_back_equal(int part)
    {
        for (var seed = part * 1000; seed < part * 1000 + 75; seed++)
        {
            var random = new RandomRows(seed);
            var schema = random.Schema();
            var rows = random.Rows(schema, seed % 60);
            var options = new ParquetWriterOptions
            {
                Compression = seed % 2 == 0 ? CompressionCodec.None : CompressionCodec.Gzip,
                CompressionLevel = seed % 2 == 0 ? null : 1,
                PageRows = 1 + seed % 13,
                RowGroupRows = 1 + seed % 29,
                DictionaryBytes = seed % 3 == 0 ? 64 : 1 << 20,
            };

            var file = Files.Write(schema, rows, options);

            using var reader = Files.Open(file);
            Assert.Equal(schema, reader.Schema);
            Assert.Equal(rows.Count, reader.RowCount);
            Assert.Equal(Files.Texts(rows), Files.Texts(reader.Rows()));
            Assert.Equal(file, Files.Write(schema, reader.Rows(), options));
        }
    }

    [Fact]
    public void File_without_rows_keeps_schema_and_key_values()
    {
        var schema = new ParquetSchema(Column.String("id"), Column.List("xs", Column.Int32("element")));

        using var reader = Files.Open(Files.Write(schema, [], new ParquetWriterOptions { KeyValues = [new("k", "v"), new("ü", "")] }));

        Assert.Equal(schema, reader.Schema);
        Assert.Equal(0, reader.RowCount);
        Assert.Empty(reader.RowGroups);
        Assert.Empty(reader.Rows());
        Assert.Equal([new("k", "v"), new("ü", "")], reader.KeyValues);
        Assert.StartsWith("SynthFarm version ", reader.CreatedBy, StringComparison.Ordinal);
    }

    [Fact]
    public void One_row_of_every_kind_of_emptiness_comes_back()
    {
        var schema = new ParquetSchema(
            Column.List("empty", Column.String("element")),
            Column.List("absent", Column.String("element"), optional: true),
            Column.List("nested", Column.List("element", Column.Int32("element"), optional: true)),
            Column.OptionalStruct("gone", Column.List("inner", Column.Struct("element", Column.String("text", optional: true)))),
            Column.List("deep", Column.Struct("element", Column.List("steps", Column.Struct("element", Column.Float("score", optional: true))))));
        var row = Files.Row(
            "empty", Array.Empty<string>(),
            "absent", null,
            "nested", new object?[] { Array.Empty<int>(), null, new[] { 1, 2 }, Array.Empty<int>() },
            "gone", null,
            "deep", new[]
            {
                Files.Row("steps", Array.Empty<ParquetRow>()),
                Files.Row("steps", new[] { Files.Row("score", 0.5f), Files.Row("score", null) }),
            });

        using var reader = Files.Open(Files.Write(schema, [row]));

        Assert.Equal([Canonical.Text(row)], Files.Texts(reader.Rows()));
    }

    [Fact]
    public void Strings_of_a_megabyte_and_hostile_text_come_back()
    {
        string[] texts =
        [
            new('x', 1 << 20), string.Concat(Enumerable.Repeat("ü€😀", 120_000)), "", "\0", "<|im_end|>", "</think>", "\u202Eabc", "PAR1",
            "a\r\nb\u2028c", "\uFFFF", "\U0010FFFF",
        ];
        var schema = new ParquetSchema(Column.String("text"));

        using var reader = Files.Open(Files.Write(schema, texts.Select(t => Files.Row("text", t))));

        Assert.Equal(texts, reader.Values<string>("text"));
    }

    [Fact]
    public void Columns_are_read_alone_and_in_the_order_asked_for()
    {
        var schema = new ParquetSchema(Column.String("id"), Column.Int32("n", optional: true), Column.List("xs", Column.Float("element")));
        ParquetRow[] rows = [Files.Row("id", "a", "n", 1, "xs", new[] { 0.5f }), Files.Row("id", "b", "n", null, "xs", Array.Empty<float>())];

        using var reader = Files.Open(Files.Write(schema, rows));

        Assert.Equal([1, null], reader.Values<int?>("n"));
        Assert.Equal([[0.5f], []], reader.Values<IReadOnlyList<float>>("xs"));
        Assert.Equal(["n", "id"], reader.Rows("n", "id").First().Names);
        Assert.Throws<ArgumentException>(() => reader.Rows("m").ToList());
        Assert.Throws<ArgumentException>(() => reader.Values<int>("n").ToList());
    }

    [Fact]
    public void Fields_of_rows_are_found_by_path_and_type()
    {
        var row = Files.Row("a", 1, "s", Files.Row("b", "text", "c", null), "gone", null);

        Assert.Equal(1, row.Get<int>("a"));
        Assert.Equal("text", row.Get<string>("s.b"));
        Assert.Null(row.Get<int?>("s.c"));
        Assert.Null(row.Get<string?>("gone.anything"));
        Assert.Throws<KeyNotFoundException>(() => row.Get<int>("s.d"));
        Assert.Throws<InvalidCastException>(() => row.Get<long>("a"));
        Assert.Throws<InvalidCastException>(() => row.Get<int>("s.c"));
    }
}
