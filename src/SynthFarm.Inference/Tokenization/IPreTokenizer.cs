using System.Text.Json;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// Cuts a piece of text into smaller pieces; tokens never cross a cut. Implementations are immutable and thread-safe,
/// drop nothing, keep the order, and never cut inside a surrogate pair.
/// </summary>
internal interface IPreTokenizer
{
    void Split(ReadOnlyMemory<char> piece, List<ReadOnlyMemory<char>> pieces);

    /// <summary>Writes the object that stands for this step in tokenizer.json.</summary>
    void WriteTo(Utf8JsonWriter writer);
}
