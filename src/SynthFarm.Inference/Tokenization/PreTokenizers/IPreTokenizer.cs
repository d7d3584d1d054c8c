using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.PreTokenizers;

/// <summary>
/// Cuts a piece of text into smaller pieces; tokens never cross a cut. Implementations are immutable and thread-safe,
/// drop nothing, keep the order, and never cut inside a surrogate pair.
/// </summary>
internal interface IPreTokenizer
{
    /// <param name="piece">The piece to cut.</param>
    /// <param name="place">Where its section of the text stands; <see cref="SectionPlace.First"/> only for the section's first piece.</param>
    /// <param name="pieces">Where the smaller pieces are added.</param>
    void Split(ReadOnlyMemory<char> piece, SectionPlace place, List<ReadOnlyMemory<char>> pieces);

    /// <summary>Writes the object that stands for this step in tokenizer.json.</summary>
    void WriteTo(Utf8JsonWriter writer);
}
