using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynthFarm.Cli.Terminal;

/// <summary>Writes a number that is not finite, such as a measure over no values, as null: JSON has no other word for it.</summary>
internal sealed class FiniteNumberConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
