using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.PreTokenizers;

/// <summary>
/// The step <c>ByteLevel</c>, always the last: optionally a space before each piece that does not begin with one, optionally
/// the expression of GPT-2. The change to bytes itself happens when the pieces are spelt.
/// </summary>
internal sealed class ByteLevelPreTokenizer(bool addPrefixSpace, bool useRegex, bool trimOffsets) : IPreTokenizer
{
    private const string Gpt2Pattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";
    private readonly SplitPreTokenizer? _splitter = useRegex ? new SplitPreTokenizer(new CodePointRegex(Gpt2Pattern)) : null;

    public void Split(ReadOnlyMemory<char> piece, SectionPlace place, List<ReadOnlyMemory<char>> pieces)
    {
        if (addPrefixSpace && place != SectionPlace.Continued && !piece.Span.StartsWith(' '))
            piece = string.Concat(" ", piece.Span).AsMemory();
        if (_splitter is null)
            pieces.Add(piece);
        else
            _splitter.Split(piece, place, pieces);
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "ByteLevel");
        writer.WriteBoolean("add_prefix_space", addPrefixSpace);
        writer.WriteBoolean("trim_offsets", trimOffsets);
        writer.WriteBoolean("use_regex", useRegex);
        writer.WriteEndObject();
    }
}
