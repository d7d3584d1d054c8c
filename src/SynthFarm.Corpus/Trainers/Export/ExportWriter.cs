using System.Text.Encodings.Web;
using System.Text.Json;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Corpus.Trainers.Export;

/// <summary>Writes one file of an export.</summary>
internal static class ExportWriter
{
    // Text that other programs read back, not a page: only what JSON itself asks for is escaped.
    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object a line.</summary>
    /// <returns>The number of lines.</returns>
    public static long WriteLines(string path, ExportSource source, IEnumerable<ParquetRow> rows)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        using var json = new Utf8JsonWriter(stream, _json);
        var count = 0L;
        foreach (var row in rows)
        {
            json.WriteStartObject();
            (source.Write ?? RowJson.WriteMembers)(json, row);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            stream.WriteByte((byte)'\n');
            count++;
        }

        return count;
    }

    /// <summary>A Parquet file with the rows' columns.</summary>
    /// <returns>The number of rows.</returns>
    public static long WriteParquet(string path, ParquetSchema schema, IEnumerable<ParquetRow> rows)
    {
        using var writer = ParquetWriter.Create(path, schema);
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        writer.Finish();
        return writer.RowCount;
    }
}
