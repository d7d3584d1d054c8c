using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Tests.Samples;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Parquet.Tests.Reading;

public sealed class ProjectionTests
{
    private const int Columns = 10;

    [Fact]
    public void One_column_of_ten_reads_a_tenth_of_the_file()
    {
        var source = new RecordingSource(TenColumns());
        using var reader = new ParquetReader(source);
        var footer = source.BytesRead;

        var values = reader.Values<string>("c3").ToList();

        Assert.Equal(200, values.Count);
        Assert.InRange(source.BytesRead - footer, 200 * 1000, 200 * 1000 * 1.1);
    }

    [Fact]
    public void Row_groups_passed_over_by_their_statistics_are_not_read()
    {
        var source = new RecordingSource(TenColumns());
        using var reader = new ParquetReader(source);
        var footer = source.BytesRead;

        var rows = reader.RowGroups
            .Where(group => string.CompareOrdinal((string)group.Statistics("c0").Min!, "00125") <= 0 && string.CompareOrdinal((string)group.Statistics("c0").Max!, "00125") >= 0)
            .SelectMany(group => group.Rows())
            .Where(row => row.Get<string>("c0").StartsWith("00125", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(5, reader.RowGroups.Count);
        Assert.Single(rows);
        Assert.InRange(source.BytesRead - footer, reader.RowGroups[3].CompressedSize, reader.RowGroups[3].CompressedSize * 1.01);
    }

    /// <summary>Ten columns of 200 texts of 1000 bytes, in five row groups.</summary>
    private static byte[] TenColumns()
    {
        var schema = new ParquetSchema([.. Enumerable.Range(0, Columns).Select(c => Column.String($"c{c}"))]);
        var rows = Enumerable.Range(0, 200).Select(i => Files.Row(
            [.. Enumerable.Range(0, Columns).SelectMany(c => new object?[] { $"c{c}", $"{i:00000} {c} ".PadRight(1000, 'x') })]));
        return Files.Write(schema, rows, new ParquetWriterOptions { Compression = CompressionCodec.None, RowGroupRows = 40 });
    }
}
