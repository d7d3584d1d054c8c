using System.Collections;
using System.Text.Json;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trainers.Export;

/// <summary>Writes rows as JSON: structs as objects, lists as arrays. Numbers that JSON has no form for become null.</summary>
internal static class RowJson
{
    public static void WriteMembers(Utf8JsonWriter json, ParquetRow row)
    {
        for (var i = 0; i < row.Names.Count; i++)
        {
            json.WritePropertyName(row.Names[i]);
            WriteValue(json, row.Values[i]);
        }
    }

    public static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float or double:
                json.WriteNullValue();
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            case ParquetRow inner:
                json.WriteStartObject();
                WriteMembers(json, inner);
                json.WriteEndObject();
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A {value.GetType().Name} has no form in JSON.", nameof(value));
        }
    }
}
