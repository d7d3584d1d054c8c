using System.Text.Json;
using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Commands.Train;

/// <summary>Reads conversations from JSON lines with a field <c>messages</c>.</summary>
internal static class JsonConversations
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static IReadOnlyList<Conversation> Read(string path)
    {
        using var file = new StreamReader(InputFile.Open(path, "--data"));
        var rows = new List<Conversation>();
        for (var number = 1; file.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                rows.Add(Parse(line, path, number));
            }
        }

        return rows;
    }

    private static Conversation Parse(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<Row>(line, Options) is { Messages: [{ Role: "user" } user, { Role: "assistant" } assistant] }
                ? new Conversation(user.Content, assistant.Content)
                : throw CliException.Usage($"--data: {path}:{number}: messages must be one of the user and one of the assistant.");
        }
        catch (JsonException e)
        {
            throw CliException.Usage($"--data: {path}:{number}: {e.Message}", e);
        }
    }

    private sealed record Row(Turn[] Messages);

    private sealed record Turn(string Role, string Content);
}
