using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.Normalizers;

/// <summary>The step <c>Prepend</c>: a text before each section that is not empty and goes on with nothing.</summary>
/// <param name="written">The text as the file writes it, where spaces may be U+2581.</param>
/// <param name="metaspace">Whether they are.</param>
internal sealed class PrependNormalizer(string written, bool metaspace) : INormalizer
{
    private readonly string _text = metaspace ? written.Replace(TokenizerDefinition.Metaspace, " ", StringComparison.Ordinal) : written;

    public string Apply(string text, SectionPlace place) => text.Length == 0 || place == SectionPlace.Continued ? text : _text + text;

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Prepend");
        writer.WriteString("prepend", written);
        writer.WriteEndObject();
    }
}
