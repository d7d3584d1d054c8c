using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthFarm.Core.Problems;

namespace SynthFarm.Corpus.Trees;

/// <summary>A problem as its JSON line, so that a stored tree carries everything about its problem.</summary>
public static class ProblemJson
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without a line break; fields the problem does not have are left out.</summary>
    public static string Write(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, _options))
        {
            writer.WriteStartObject();
            WriteIfPresent(writer, "id", problem.HasGivenId ? problem.Id : null);
            writer.WriteString("problem", problem.Statement);
            writer.WriteString("answer", problem.Answer);
            WriteIfPresent(writer, "kind", problem.Kind);
            WriteIfPresent(writer, "source", problem.Source);
            WriteIfPresent(writer, "topic", problem.Topic);
            WriteIfPresent(writer, "level", problem.Level);
            WriteIfPresent(writer, "split", problem.Split);
            WriteIfPresent(writer, "license", problem.License);
            if (problem.Meta.ValueKind != JsonValueKind.Undefined)
            {
                writer.WritePropertyName("meta");
                problem.Meta.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

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
                Answer = Text(line, "answer") ?? throw new JsonException("The problem has no field \"answer\"."),
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

    private static void WriteIfPresent(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static string? Text(JsonElement line, string name)
        => line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
}
