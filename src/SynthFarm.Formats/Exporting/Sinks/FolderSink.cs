using System.Globalization;
using System.Text;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Sources.Folders;

namespace SynthFarm.Formats.Exporting.Sinks;

/// <summary>
/// Writes a folder with one JSON file per record, under the path an import kept in <see cref="JsonFolderSource.PathField"/>, or under
/// <c>TYPE/n.json</c>. The folder is built beside its place and moved there when it is whole.
/// </summary>
internal sealed class FolderSink : IRecordSink
{
    private readonly string _path;
    private readonly string _partial;
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);

    /// <exception cref="ImportException">Something is there already.</exception>
    public FolderSink(string path)
    {
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        _partial = _path + ".tmp-export";
        if (File.Exists(_path) || (Directory.Exists(_path) && Directory.EnumerateFileSystemEntries(_path).Any()))
        {
            throw new ImportException($"{path}: is there already; a folder of problems needs an empty or a new place.");
        }

        if (Directory.Exists(_partial))
        {
            Directory.Delete(_partial, recursive: true);
        }

        Directory.CreateDirectory(_partial);
    }

    public void Add(RecordValue record)
    {
        var kept = record[JsonFolderSource.PathField] is { IsText: true } path && IsPlain(path.Text) ? path.Text : null;
        var place = Path.Combine([_partial, .. (kept ?? NextName(record)).Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (File.Exists(place))
        {
            place = Path.Combine([_partial, .. NextName(record).Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        }

        File.WriteAllBytes(place, RecordJson.ToBytes(kept is null ? record : record.Without(JsonFolderSource.PathField)));
    }

    public void Complete()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path);
        }

        Directory.Move(_partial, _path);
    }

    public void Dispose()
    {
        if (Directory.Exists(_partial))
        {
            Directory.Delete(_partial, recursive: true);
        }
    }

    private string NextName(RecordValue record)
    {
        var folder = Slug(record["type"]?.Text ?? "");
        var number = _counters[folder] = _counters.GetValueOrDefault(folder) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{folder}/{number}-exported.json");
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Take(60))
        {
            slug.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        }

        return slug.Length == 0 ? "problems" : slug.ToString();
    }

    /// <summary>Whether a path from a file cannot leave the folder: plain names with slashes between them.</summary>
    private static bool IsPlain(string path) => path.Length is > 0 and <= 300 && path.EndsWith(".json", StringComparison.Ordinal)
        && path.Split('/').All(name => name.Length > 0 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' '));
}
