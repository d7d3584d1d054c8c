using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.Normalizers;

/// <summary>
/// The step <c>Replace</c> that writes spaces as U+2581, as Llama 2 and Mistral have it. Here they stay spaces and the vocabulary is read that
/// way, so that a U+2581 in a text is not taken for a space.
/// </summary>
internal sealed class MetaspaceNormalizer : INormalizer
{
    public string Apply(string text, SectionPlace place) => text;

    public void WriteTo(Utf8JsonWriter writer) => new ReplaceNormalizer(" ", null, TokenizerDefinition.Metaspace).WriteTo(writer);
}
