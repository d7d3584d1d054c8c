using System.Text.Json;

namespace SynthFarm.Inference.Tokenization;

/// <summary>The step <c>Split</c> with a regular expression and the behaviour <c>Isolated</c>: a match is a piece of its own.</summary>
internal sealed class SplitPreTokenizer(string pattern) : IPreTokenizer
{
    /// <summary>
    /// The expression of the Llama 3 tokenizer: contractions, words with the character before them, digits in groups of up
    /// to three, punctuation, line ends, spaces.
    /// </summary>
    public const string Llama3Pattern =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    private readonly RegexSplitter _splitter = new(pattern);

    public void Split(ReadOnlyMemory<char> piece, List<ReadOnlyMemory<char>> pieces) => _splitter.Split(piece, pieces);

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Split");
        writer.WriteStartObject("pattern");
        writer.WriteString("Regex", _splitter.Pattern);
        writer.WriteEndObject();
        writer.WriteString("behavior", "Isolated");
        writer.WriteBoolean("invert", false);
        writer.WriteEndObject();
    }
}
