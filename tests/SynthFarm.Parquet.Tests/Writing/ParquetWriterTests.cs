using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Tests.Samples;
using SynthFarm.Parquet.Writing;
using SynthFarm.Parquet.Writing.Appenders;

namespace SynthFarm.Parquet.Tests.Writing;

public sealed class ParquetWriterTests
{
    private static readonly ParquetSchema Schema = new(
        Column.String("id"), Column.Int32("n", optional: true), Column.List("xs", Column.Struct("element", Column.String("a"), Column.String("b"))));

    [Fact]
    public void Stream_that_cannot_seek_gives_the_same_bytes()
    {
        var rows = new RandomRows(7).Rows(Schema, 50);
        using var target = new MemoryStream();
        using (var writer = new ParquetWriter(new ForwardStream(target), Schema, new ParquetWriterOptions { RowGroupRows = 20 }))
        {
            foreach (var row in rows) writer.Write(row);
            writer.Finish();
            Assert.Equal(target.Length, writer.BytesWritten);
        }

        Assert.Equal(Files.Write(Schema, rows, new ParquetWriterOptions { RowGroupRows = 20 }), target.ToArray());
    }

    [Fact]
    public void Row_groups_end_by_rows_and_by_bytes()
    {
        var schema = new ParquetSchema(Column.String("text"));
        var rows = Enumerable.Range(0, 10).Select(i => Files.Row("text", new string('x', 996))).ToList();

        using var byRows = Files.Open(Files.Write(schema, rows, new ParquetWriterOptions { RowGroupRows = 4 }));
        using var byBytes = Files.Open(Files.Write(schema, rows, new ParquetWriterOptions { RowGroupBytes = 3000 }));

        Assert.Equal([4, 4, 2], byRows.RowGroups.Select(g => g.RowCount));
        Assert.Equal([3, 3, 3, 1], byBytes.RowGroups.Select(g => g.RowCount));
    }

    [Theory]
    [InlineData(1 << 20)]
    [InlineData(0)]
    public void Equal_neighbours_come_back_as_often_as_they_were_written(int dictionaryBytes)
    {
        var schema = new ParquetSchema(Column.String("text"), Column.Bytes("bytes", optional: true));
        string[] texts = ["a", "a", "", "", "b", "a", "a", "a", "long enough", "long enough", "b"];
        var rows = texts.Select((text, i) => Files.Row("text", text, "bytes", i % 4 == 3 ? null : new byte[] { 1, (byte)(i / 3) })).ToList();

        using var reader = Files.Open(Files.Write(schema, rows, new ParquetWriterOptions { PageRows = 7, DictionaryBytes = dictionaryBytes }));

        Assert.Equal(Files.Texts(rows), Files.Texts(reader.Rows()));
    }

    [Fact]
    public void Text_that_repeats_is_held_once()
    {
        const int rows = 50_000;
        var text = new string('x', 2_000);
        using var target = new MemoryStream();
        using var writer = new ParquetWriter(
            target, new ParquetSchema(Column.String("text")), new ParquetWriterOptions { PageBytes = int.MaxValue, PageRows = rows, RowGroupBytes = long.MaxValue });
        var column = writer.Columns.Field<BinaryAppender>("text");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rows; i++)
        {
            column.Append(text);
            writer.EndRow();
        }

        writer.Finish();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
        using var reader = Files.Open(target.ToArray());
        Assert.Equal(rows, reader.Values<string>("text").Count(value => value == text));
    }

    [Fact]
    public void Missing_and_doubled_columns_are_named()
    {
        using var writer = new ParquetWriter(new MemoryStream(), Schema);
        var id = writer.Columns.Field<BinaryAppender>("id");
        var list = writer.Columns.Field<ListAppender>("xs");
        var a = ((StructAppender)list.Element).Field<BinaryAppender>("a");

        Assert.Contains("\"id\" is required", Assert.Throws<InvalidOperationException>(writer.EndRow).Message, StringComparison.Ordinal);
        id.Append("x");
        list.Begin();
        list.Item();
        a.Append("y");
        Assert.Contains("\"xs.list.element.b\" is required", Assert.Throws<InvalidOperationException>(list.Item).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(list.Begin);
        Assert.Throws<InvalidOperationException>(writer.Finish);

        using var other = new ParquetWriter(new MemoryStream(), Schema);
        other.Columns.Field<BinaryAppender>("id").Append("x");
        other.Columns.Field<BinaryAppender>("id").Append("x");
        Assert.Contains("\"id\" was given twice", Assert.Throws<InvalidOperationException>(other.EndRow).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_in_a_required_column_is_refused()
    {
        var schema = new ParquetSchema(Column.String("id"), Column.Struct("s", Column.Int32("n")));
        using var writer = new ParquetWriter(new MemoryStream(), schema);

        Assert.Throws<InvalidOperationException>(() => writer.Write(Files.Row("id", null, "s", Files.Row("n", 1))));
        Assert.Throws<InvalidOperationException>(() => writer.Write(Files.Row("id", "x", "s", null)));
        Assert.Throws<InvalidOperationException>(writer.Finish);
    }

    [Fact]
    public void Unknown_fields_and_wrong_types_are_refused()
    {
        using var writer = new ParquetWriter(new MemoryStream(), Schema);

        Assert.Contains("\"m\"", Assert.Throws<ArgumentException>(() => writer.Write(Files.Row("m", 1))).Message, StringComparison.Ordinal);
        Assert.Contains("\"n\"", Assert.Throws<ArgumentException>(() => writer.Write(Files.Row("n", 1L))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => writer.Columns.Field<ListAppender>("id"));
        Assert.Throws<ArgumentException>(() => writer.Columns.Field<ListAppender>("m"));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_and_the_row_can_be_given_anew()
    {
        var schema = new ParquetSchema(Column.String("text"));
        using var stream = new MemoryStream();
        using var writer = new ParquetWriter(stream, schema);

        Assert.Contains("\"text\"", Assert.Throws<ArgumentException>(() => writer.Write(Files.Row("text", "a\uD800b"))).Message, StringComparison.Ordinal);
        writer.Write(Files.Row("text", "ab"));
        writer.Finish();

        using var reader = Files.Open(stream.ToArray());
        Assert.Equal(["ab"], reader.Values<string>("text"));
    }

    [Fact]
    public void File_that_was_not_finished_is_refused()
    {
        using var stream = new MemoryStream();
        using (var writer = new ParquetWriter(stream, Schema, new ParquetWriterOptions { RowGroupRows = 1 }))
            writer.Write(Files.Row("id", "x", "n", null, "xs", Array.Empty<object>()));

        Assert.Throws<ParquetFormatException>(() => Files.Open(stream.ToArray()));
    }

    [Theory]
    [InlineData(0, 64, nameof(ParquetWriterOptions.RowGroupRows))]
    [InlineData(1, 7, nameof(ParquetWriterOptions.BoundBytes))]
    public void Options_outside_their_bounds_are_named(int rowGroupRows, int boundBytes, string option)
    {
        var options = new ParquetWriterOptions { RowGroupRows = rowGroupRows, BoundBytes = boundBytes };

        Assert.Contains(option, Assert.Throws<ArgumentOutOfRangeException>(() => new ParquetWriter(new MemoryStream(), Schema, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compression_level_outside_its_codec_is_refused()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new ParquetWriter(
            new MemoryStream(), Schema, new ParquetWriterOptions { Compression = CompressionCodec.Gzip, CompressionLevel = 10 }));

    [Fact]
    public void Whole_list_of_numbers_equals_its_items_one_by_one()
    {
        var schema = new ParquetSchema(Column.List("rows", Column.List("element", Column.Int32("element"))));
        int[][][] rows = [[[1, 2, 3], [], [4]], [], [[]], [[5]]];
        using var stream = new MemoryStream();
        using var writer = new ParquetWriter(stream, schema);
        var outer = writer.Columns.Field<ListAppender>("rows");
        var inner = (ListAppender)outer.Element;
        foreach (var row in rows)
        {
            outer.Begin();
            foreach (var items in row)
            {
                outer.Item();
                inner.Append<int>(items);
            }
            outer.End();
            writer.EndRow();
        }
        writer.Finish();

        Assert.Equal(Files.Write(schema, rows.Select(r => Files.Row("rows", r))), stream.ToArray());
    }
}
