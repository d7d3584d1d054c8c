using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Sources.Columns;
using SynthFarm.Formats.Sources.Compression;
using SynthFarm.Formats.Sources.Csv;
using SynthFarm.Formats.Sources.Folders;
using SynthFarm.Formats.Sources.JsonText;

namespace SynthFarm.Formats.Sources;

/// <summary>Opens what a user names, whatever form it has: any format's records may come as JSON, CSV or Parquet, compressed or not.</summary>
internal static class RecordSources
{
    private static readonly string[] _compressedEndings = [".gz", ".zst", ".gzip", ".zstd"];

    /// <param name="path">A file, or where <paramref name="allowsFolder"/> says so a folder of JSON files.</param>
    /// <param name="form">The form that the format prescribes; null to look at the file.</param>
    /// <exception cref="ImportException">There is no such file, or it is of a form that cannot be read.</exception>
    public static IRecordSource Open(string path, RecordForm? form, bool allowsFolder, InputLimits limits)
    {
        if (Directory.Exists(path))
        {
            return allowsFolder ? new JsonFolderSource(path, limits) : throw new ImportException($"{path}: is a folder; of the formats only math reads folders.");
        }

        // Opened once now, so that a missing file is told before anything is read.
        var isOneRecord = IsOneRecord(path, limits);
        var name = Plain(path);
        if (allowsFolder && isOneRecord && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return new JsonFolderSource(path, limits);
        }

        return (form ?? FormOf(path, name)) switch
        {
            RecordForm.Parquet => InputStream.IsParquet(path)
                ? new ParquetSource(path)
                : throw new ImportException($"{path}: is no Parquet file (it does not begin with PAR1)."),
            RecordForm.Csv => new CsvSource(path, () => InputStream.Open(path, limits), name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',', limits),
            _ => new JsonTextSource(path, () => InputStream.Open(path, limits), limits),
        };
    }

    private static RecordForm FormOf(string path, string name) =>
        InputStream.IsParquet(path) ? RecordForm.Parquet
        : name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? RecordForm.Csv
        : RecordForm.Json;

    /// <summary>Whether a file begins with an object that does not end on its line: a record written over many lines.</summary>
    private static bool IsOneRecord(string path, InputLimits limits)
    {
        using var stream = InputStream.Open(path, limits);
        var head = new byte[64 << 10];
        try
        {
            var line = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).TrimStart("\uFEFF \t\r\n"u8);
            line = line.IndexOf((byte)'\n') is >= 0 and var end ? line[..end].TrimEnd(" \t\r"u8) : [];
            return line.StartsWith("{"u8) && !line.EndsWith("}"u8);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // Reading it meets the same and tells it.
            return false;
        }
    }

    private static string Plain(string path) =>
        _compressedEndings.FirstOrDefault(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } found ? path[..^found.Length] : path;
}
