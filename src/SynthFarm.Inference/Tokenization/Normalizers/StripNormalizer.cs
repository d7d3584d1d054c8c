using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.Normalizers;

/// <summary>The step <c>Strip</c>: white space at a section's ends goes.</summary>
internal sealed class StripNormalizer(bool left, bool right) : INormalizer
{
    public string Apply(string text, SectionPlace place)
    {
        text = left ? text.TrimStart() : text;
        return right ? text.TrimEnd() : text;
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Strip");
        writer.WriteBoolean("strip_left", left);
        writer.WriteBoolean("strip_right", right);
        writer.WriteEndObject();
    }
}
