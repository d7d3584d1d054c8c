using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Parquet.Tests.Samples;

/// <summary>Files in memory.</summary>
internal static class Files
{
    public static byte[] Write(ParquetSchema schema, IEnumerable<ParquetRow> rows, ParquetWriterOptions? options = null)
    {
        using var stream = new MemoryStream();
        using var writer = new ParquetWriter(stream, schema, options);
        foreach (var row in rows) writer.Write(row);
        writer.Finish();
        return stream.ToArray();
    }

    public static ParquetReader Open(byte[] file, ParquetReaderOptions? options = null)
        => new(new MemoryStream(file, writable: false), "sample.parquet", options);

    public static List<string> Texts(IEnumerable<ParquetRow> rows) => [.. rows.Select(row => Canonical.Text(row))];

    /// <summary>A row of names and values in turn.</summary>
    public static ParquetRow Row(params object?[] pairs)
    {
        var row = new ParquetRow();
        for (var i = 0; i < pairs.Length; i += 2) row[(string)pairs[i]!] = pairs[i + 1];
        return row;
    }
}
