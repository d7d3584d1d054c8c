using System.Text.Json;
using SynthFarm.Core.Problems;

namespace SynthFarm.Corpus.Trees;

/// <summary>A problem as its JSON line, so that a stored tree carries everything about its problem.</summary>
public static class ProblemJson
{
    /// <summary>The line, without a line break; fields the problem does not have are left out.</summary>
    public static string Write(Problem problem) => ProblemSerializer.ToLine(problem);

    /// <summary>Reads what <see cref="Write"/> wrote; id and content hash come out the same.</summary>
    /// <exception cref="JsonException">The text is no problem line.</exception>
    public static Problem Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var line = document.RootElement;
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"A problem is a JSON object, not {line.ValueKind}.");
        }

        try
        {
            return Problem.Create(new ProblemFields
            {
                Id = Text(line, "id"),
                Statement = Text(line, "problem") ?? throw new JsonException("The problem has no field \"problem\"."),
                Answer = line.TryGetProperty("answer", out _) ? Text(line, "answer") : throw new JsonException("The problem has no field \"answer\"."),
                Kind = Text(line, "kind"),
                Source = Text(line, "source"),
                Topic = Text(line, "topic"),
                Level = Text(line, "level"),
                Split = Text(line, "split"),
                License = Text(line, "license"),
                Meta = line.TryGetProperty("meta", out var meta) ? meta : null,
            });
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    private static string? Text(JsonElement line, string name)
        => line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
}
