using SynthFarm.Cli.Terminal;
using SynthFarm.Parquet;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Cli.Commands.Train;

/// <summary>Reads conversations from the column <c>messages</c> of a Parquet file.</summary>
internal static class ParquetConversations
{
    public static IReadOnlyList<Conversation> Read(string path)
    {
        try
        {
            using var reader = ParquetReader.Open(path);
            return [.. reader.Rows("messages").Select((row, i) => ToConversation(row, path, i))];
        }
        catch (Exception e) when (e is ParquetFormatException or IOException or UnauthorizedAccessException or KeyNotFoundException or InvalidCastException)
        {
            throw CliException.Usage($"--data: {path}: {e.Message}", e);
        }
    }

    private static Conversation ToConversation(ParquetRow row, string path, int index)
    {
        var messages = row.Get<IReadOnlyList<ParquetRow>>("messages");
        return messages is [var user, var assistant]
            && user.Get<string>("role") == "user" && assistant.Get<string>("role") == "assistant"
            ? new Conversation(user.Get<string>("content"), assistant.Get<string>("content"))
            : throw CliException.Usage($"--data: {path}, row {index + 1}: messages must be one of the user and one of the assistant.");
    }
}
