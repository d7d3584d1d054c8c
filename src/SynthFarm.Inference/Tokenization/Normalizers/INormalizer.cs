using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.Normalizers;

/// <summary>Changes a section of text before it is cut and encoded. Implementations are immutable and thread-safe; valid Unicode stays valid.</summary>
internal interface INormalizer
{
    /// <summary>The section as it is encoded.</summary>
    string Apply(string text, SectionPlace place);

    /// <summary>Writes the object that stands for this step in tokenizer.json.</summary>
    void WriteTo(Utf8JsonWriter writer);
}
