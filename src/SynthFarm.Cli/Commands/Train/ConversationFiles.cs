using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Commands.Train;

/// <summary>Finds and reads training rows with a column <c>messages</c>: a snapshot, a folder of Parquet files, or one Parquet or JSON-lines file.</summary>
internal static class ConversationFiles
{
    /// <param name="path">As given to <c>--data</c>.</param>
    /// <param name="view">The config to read when the path is a snapshot, e.g. <c>sft</c>.</param>
    /// <exception cref="CliException">Nothing to read is there, or a row is not of two turns; the message names file and row.</exception>
    public static IReadOnlyList<Conversation> Read(string path, string view)
    {
        var files = Find(path, view);
        var rows = files.SelectMany(file => IsParquet(file) ? ParquetConversations.Read(file) : JsonConversations.Read(file)).ToList();
        return rows.Count > 0 ? rows : throw CliException.Usage($"--data: {path} holds no rows.");
    }

    private static List<string> Find(string path, string view)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        var folder = Path.Combine(path, view);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "train-*.parquet")
            : Directory.Exists(path) ? Directory.GetFiles(path, "*.parquet")
            : throw CliException.Usage($"--data: there is no file or folder {path}.");
        return files.Length > 0
            ? [.. files.Order(StringComparer.Ordinal)]
            : throw CliException.Usage($"--data: {path} holds neither {view}/train-*.parquet nor *.parquet.");
    }

    private static bool IsParquet(string path) => Path.GetExtension(path).Equals(".parquet", StringComparison.OrdinalIgnoreCase);
}
