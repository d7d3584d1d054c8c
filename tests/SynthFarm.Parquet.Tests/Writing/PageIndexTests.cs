using SynthFarm.Parquet.Metadata;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Reading.Sources;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Tests.Samples;
using SynthFarm.Parquet.Thrift;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Parquet.Tests.Writing;

public sealed class PageIndexTests
{
    private static readonly ParquetSchema Schema = new(
        Column.Int32("up"), Column.Int32("down", optional: true), Column.String("mixed"), Column.Double("nan"), Column.List("xs", Column.Int32("element")));

    [Fact]
    public void Index_names_rows_and_bounds_of_every_page()
    {
        var rows = Enumerable.Range(0, 10).Select(i => Files.Row(
            "up", i, "down", i is >= 4 and < 8 ? null : -i, "mixed", i % 4 < 2 ? $"a{i}" : $"z{i}", "nan", double.NaN, "xs", new[] { i, i }));
        var file = Files.Write(Schema, rows, new ParquetWriterOptions { PageRows = 4, RowGroupRows = 10 });

        var group = Footer(file).RowGroups[0];
        var offsets = group.Columns.Select(c => Read(file, c.OffsetIndexOffset!.Value, c.OffsetIndexLength, OffsetIndex.Read)).ToArray();
        var up = Read(file, group.Columns[0].ColumnIndexOffset!.Value, group.Columns[0].ColumnIndexLength, ColumnIndex.Read);
        var down = Read(file, group.Columns[1].ColumnIndexOffset!.Value, group.Columns[1].ColumnIndexLength, ColumnIndex.Read);
        var mixed = Read(file, group.Columns[2].ColumnIndexOffset!.Value, group.Columns[2].ColumnIndexLength, ColumnIndex.Read);

        Assert.All(offsets, o => Assert.Equal([0L, 4, 8], o.Pages.Select(p => p.FirstRow)));
        Assert.All(offsets.Zip(group.Columns), pair => Assert.Equal(pair.Second.DataPageOffset, pair.First.Pages[0].Offset));
        Assert.All(offsets.Zip(group.Columns), pair => Assert.Equal(
            pair.Second.Start + pair.Second.CompressedSize, pair.First.Pages[^1].Offset + pair.First.Pages[^1].Size));
        Assert.Equal(BoundaryOrder.Ascending, up.Order);
        Assert.Equal([0, 4, 8], up.Min.Select(b => BitConverter.ToInt32(b)));
        Assert.Equal([3, 7, 9], up.Max.Select(b => BitConverter.ToInt32(b)));
        Assert.Equal(BoundaryOrder.Descending, down.Order);
        Assert.Equal([false, true, false], down.NullPages);
        Assert.Equal([0L, 4, 0], down.NullCounts);
        Assert.Empty(down.Min[1]);
        Assert.Equal(BoundaryOrder.Unordered, mixed.Order);
        Assert.Null(group.Columns[3].ColumnIndexOffset);
    }

    private static FileMetadata Footer(byte[] file)
    {
        using var source = new StreamSource(new MemoryStream(file), "sample", leaveOpen: false);
        return FooterReader.Read(source, out _);
    }

    private delegate T ReadThrift<out T>(ref CompactReader reader);

    private static T Read<T>(byte[] file, long offset, int length, ReadThrift<T> read)
    {
        var reader = new CompactReader(file.AsSpan((int)offset, length));
        var value = read(ref reader);
        Assert.Equal(length, reader.Position);
        return value;
    }
}
