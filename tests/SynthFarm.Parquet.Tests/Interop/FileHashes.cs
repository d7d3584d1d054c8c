using System.Text.Json.Nodes;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Tests.Samples;

namespace SynthFarm.Parquet.Tests.Interop;

/// <summary>What a reader found in a file: rows, and a hash per column.</summary>
internal sealed record FileHashes(string File, string Reader, long Rows, string Columns)
{
    public static FileHashes Parse(string line)
    {
        var json = JsonNode.Parse(line)!;
        return new FileHashes((string)json["file"]!, (string)json["reader"]!, (long)json["rows"]!, json["columns"]!.ToJsonString());
    }

    /// <summary>What our own reader finds.</summary>
    public static FileHashes Of(string folder, string file)
    {
        using var reader = ParquetReader.Open(Path.Combine(folder, file));
        var columns = new JsonObject();
        foreach (var field in reader.Schema.Fields) columns[field.Name] = Canonical.Hash(reader.Rows(field.Name).Select(row => row.Values[0]));
        return new FileHashes(file, "synthfarm", reader.RowCount, columns.ToJsonString());
    }
}
