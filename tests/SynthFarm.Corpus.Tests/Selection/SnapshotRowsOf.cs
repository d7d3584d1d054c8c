using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Tests.Selection;

/// <summary>Reads snapshots for tests.</summary>
internal static class SnapshotRowsOf
{
    /// <summary>All rows of a config, train first.</summary>
    public static IReadOnlyList<ParquetRow> Read(string directory, string config) =>
    [
        .. Directory.GetFiles(Path.Combine(directory, config)).OrderBy(path => Path.GetFileName(path)[0] switch { 't' when path.Contains("train", StringComparison.Ordinal) => 0, _ => 1 })
            .ThenBy(path => path, StringComparer.Ordinal).SelectMany(ReadFile),
    ];

    public static IReadOnlyList<string> Texts(string directory, string config, string column) => [.. Read(directory, config).Select(row => row.Get<string>(column))];

    private static List<ParquetRow> ReadFile(string path)
    {
        using var reader = ParquetReader.Open(path);
        return [.. reader.Rows()];
    }
}
