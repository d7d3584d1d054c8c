using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Sources.Compression;

namespace SynthFarm.Formats.Sources.Folders;

/// <summary>
/// A folder with one JSON file per record, in ordinal order of the paths below it. The path goes into the record's field
/// <see cref="PathField"/>, because that is where such data sets keep split and subject. A single such file is read too, without a path.
/// </summary>
internal sealed class JsonFolderSource(string path, InputLimits limits) : IRecordSource
{
    /// <summary>Where the file's path below the folder stands in the record, with forward slashes.</summary>
    public const string PathField = "path";

    public bool IsTable => false;

    public IEnumerable<SourceRecord> Read(FaultLog faults)
    {
        if (!Directory.Exists(path))
        {
            yield return Read(path, below: null, faults);
            yield break;
        }

        var names = Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (names.Count == 0)
        {
            faults.Add(new ImportFault(path, "line", 0, 0, "", "found no file *.json in or below this folder; allowed is one file per problem"));
        }

        foreach (var name in names)
        {
            yield return Read(Path.Combine(path, name), name, faults);
        }
    }

    public void Dispose()
    {
    }

    private SourceRecord Read(string place, string? below, FaultLog faults)
    {
        var file = new SourceFile(place);
        var start = new RecordPosition(1, 1);
        var content = SourceGuard.Read(Contents(file.Name), file, faults).FirstOrDefault();
        if (content.Length > limits.MaxRecordBytes)
        {
            faults.Add(ImportFault.At(file, start, "", $"found a file of {content.Length} bytes; allowed are {limits.MaxRecordBytes} (--max-record-bytes)"));
            return new SourceRecord(file, start, null, default);
        }

        var mark = content.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        var parser = new RecordParser(start with { Column = mark + 1 }, (at, field, message) => faults.Add(ImportFault.At(file, at, field, message)));
        if (parser.Parse(content.Span[mark..]) is not { } value)
        {
            return new SourceRecord(file, start, null, default);
        }

        value = below is not null && value.Kind == System.Text.Json.JsonValueKind.Object ? value.With(PathField, RecordValue.Of(below, start)) : value;
        return new SourceRecord(file, start, value, RecordJson.ToBytes(value));
    }

    private IEnumerable<ReadOnlyMemory<byte>> Contents(string file)
    {
        using var stream = InputStream.Open(file, limits);
        using var content = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (content.Length <= limits.MaxRecordBytes && stream.Read(buffer) is > 0 and var read)
        {
            content.Write(buffer, 0, read);
        }

        yield return content.ToArray();
    }
}
