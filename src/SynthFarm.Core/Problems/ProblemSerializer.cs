using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SynthFarm.Core.Problems;

/// <summary>Writes a problem as one line of a problem file: the fields it has, always in the same order.</summary>
/// <remarks>
/// Letters of all scripts and signs such as <c>+</c> and <c>&lt;</c> stand as they are; control characters, line and paragraph separators
/// are escaped, so that a line stays a line. An id is written only where it was given: the derived one follows from the contents.
/// </remarks>
public static class ProblemSerializer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line as text, without a line break.</summary>
    public static string ToLine(Problem problem)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        Write(buffer, problem);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the line in UTF-8, without a line break.</summary>
    public static void Write(IBufferWriter<byte> output, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(problem);
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        WriteText(writer, "id", problem.HasGivenId ? problem.Id : null);
        WriteText(writer, "problem", problem.Statement);
        writer.WriteString("answer", problem.HasGold ? problem.Answer : null);
        WriteText(writer, "kind", problem.Kind);
        WriteText(writer, "source", problem.Source);
        WriteText(writer, "topic", problem.Topic);
        WriteText(writer, "level", problem.Level);
        WriteText(writer, "split", problem.Split);
        WriteText(writer, "license", problem.License);
        if (problem.Meta.ValueKind != JsonValueKind.Undefined)
        {
            writer.WritePropertyName("meta");
            problem.Meta.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
