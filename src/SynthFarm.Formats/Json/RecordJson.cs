using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SynthFarm.Formats.Json;

/// <summary>Writes values as JSON on one line: letters of all scripts as they are, control characters and line separators escaped.</summary>
internal static class RecordJson
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] ToBytes(RecordValue value)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, value);
        return buffer.WrittenSpan.ToArray();
    }

    public static string ToText(RecordValue value) => Encoding.UTF8.GetString(ToBytes(value));

    public static void Write(IBufferWriter<byte> output, RecordValue value)
    {
        using var writer = new Utf8JsonWriter(output, _options);
        Write(writer, value);
    }

    /// <summary>The value as <c>meta</c> of a problem holds it.</summary>
    public static JsonElement ToElement(RecordValue value)
    {
        using var document = JsonDocument.Parse(ToBytes(value), new JsonDocumentOptions { MaxDepth = 2 * RecordParser.MaxDepth });
        return document.RootElement.Clone();
    }

    /// <summary>The contents of a problem's <c>meta</c>; null when there is none.</summary>
    public static RecordValue? OfElement(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Undefined:
                return null;
            case JsonValueKind.Object:
                return RecordValue.Object([.. element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, OfElement(p.Value)!))]);
            case JsonValueKind.Array:
                return RecordValue.Array([.. element.EnumerateArray().Select(item => OfElement(item)!)]);
            case JsonValueKind.String:
                return RecordValue.Of(element.GetString());
            case JsonValueKind.Number:
                return RecordValue.Number(element.GetRawText());
            case JsonValueKind.True or JsonValueKind.False:
                return RecordValue.Of(element.GetBoolean());
            default:
                return RecordValue.Null;
        }
    }

    private static void Write(Utf8JsonWriter writer, RecordValue value)
    {
        switch (value.Kind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, field) in value.Fields)
                {
                    writer.WritePropertyName(name);
                    Write(writer, field);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.Text);
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(value.Text, skipInputValidation: true);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBooleanValue(value.Kind == JsonValueKind.True);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
