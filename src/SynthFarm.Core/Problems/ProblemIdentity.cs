using System.Security.Cryptography;
using System.Text.Json;

namespace SynthFarm.Core.Problems;

/// <summary>
/// How a problem is identified by its contents. Fields are hashed as canonical JSON (object keys sorted ordinally, numbers as written,
/// no white space), so that key order and spacing in a file do not matter.
/// </summary>
public static class ProblemIdentity
{
    /// <summary>The id of a problem without one: 32 hex digits of SHA-256 over statement, answer, kind and meta.</summary>
    public static string ContentId(ProblemFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Hash(writer =>
        {
            writer.WriteString("problem", fields.Statement);
            writer.WriteString("answer", fields.Answer);
            writer.WriteString("kind", fields.Kind);
            WriteMeta(writer, fields.Meta);
        })[..32];
    }

    /// <summary>SHA-256 (64 hex digits) over every field of the line.</summary>
    public static string ContentHash(ProblemFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Hash(writer =>
        {
            writer.WriteString("id", fields.Id);
            writer.WriteString("problem", fields.Statement);
            writer.WriteString("answer", fields.Answer);
            writer.WriteString("kind", fields.Kind);
            writer.WriteString("source", fields.Source);
            writer.WriteString("topic", fields.Topic);
            writer.WriteString("level", fields.Level);
            writer.WriteString("split", fields.Split);
            writer.WriteString("license", fields.License);
            WriteMeta(writer, fields.Meta);
        });
    }

    private static string Hash(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void WriteMeta(Utf8JsonWriter writer, JsonElement? meta)
    {
        writer.WritePropertyName("meta");
        if (meta is { ValueKind: not JsonValueKind.Undefined } value)
        {
            WriteCanonical(writer, value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void WriteCanonical(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    WriteCanonical(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteCanonical(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
