using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.PreTokenizers;

/// <summary>The step <c>Split</c> with a regular expression and the behaviour <c>Isolated</c>: a match is a piece of its own, as is the text between two.</summary>
internal sealed class SplitPreTokenizer(CodePointRegex regex) : IPreTokenizer
{
    /// <summary>
    /// The expression of the Llama 3 tokenizer: contractions, words with the character before them, digits in groups of up
    /// to three, punctuation, line ends, spaces.
    /// </summary>
    public const string Llama3Pattern =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    public void Split(ReadOnlyMemory<char> piece, SectionPlace place, List<ReadOnlyMemory<char>> pieces)
    {
        int done = 0;
        foreach ((int start, int end) in regex.Matches(piece.Span))
        {
            if (start > done)
                pieces.Add(piece[done..start]);
            pieces.Add(piece[start..end]);
            done = end;
        }

        if (done < piece.Length)
            pieces.Add(piece[done..]);
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Split");
        writer.WriteStartObject("pattern");
        writer.WriteString("Regex", regex.Pattern);
        writer.WriteEndObject();
        writer.WriteString("behavior", "Isolated");
        writer.WriteBoolean("invert", false);
        writer.WriteEndObject();
    }
}
