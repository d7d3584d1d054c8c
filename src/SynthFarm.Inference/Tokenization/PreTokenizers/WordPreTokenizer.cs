using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.PreTokenizers;

/// <summary>
/// No step of a file: cuts before each space that does not follow a space. Where no merge spans such a place the tokens stay the same, and
/// texts without other cuts become words that are quickly encoded.
/// </summary>
internal sealed class WordPreTokenizer : IPreTokenizer
{
    public void Split(ReadOnlyMemory<char> piece, SectionPlace place, List<ReadOnlyMemory<char>> pieces)
    {
        ReadOnlySpan<char> text = piece.Span;
        int start = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] != ' ' || text[i - 1] == ' ')
                continue;
            pieces.Add(piece[start..i]);
            start = i;
        }

        pieces.Add(piece[start..]);
    }

    public void WriteTo(Utf8JsonWriter writer) => throw new NotSupportedException("No file has this step.");
}
