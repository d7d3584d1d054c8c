using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.Normalizers;

/// <summary>The step <c>Lowercase</c>: each character's lower case by itself, whatever stands around it.</summary>
internal sealed class LowercaseNormalizer : INormalizer
{
    // The only character whose lower case is more than one; the framework leaves it as it is.
    public string Apply(string text, SectionPlace place) => text.ToLowerInvariant().Replace("\u0130", "i\u0307", StringComparison.Ordinal);

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Lowercase");
        writer.WriteEndObject();
    }
}
