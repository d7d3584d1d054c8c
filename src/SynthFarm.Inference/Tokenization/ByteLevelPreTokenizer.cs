using System.Text.Json;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// The step <c>ByteLevel</c>, always the last: optionally a space before each piece that does not begin with one, optionally
/// the expression of GPT-2. The change to bytes itself happens in <see cref="BytePairModel"/>.
/// </summary>
internal sealed class ByteLevelPreTokenizer(bool addPrefixSpace, bool useRegex, bool trimOffsets) : IPreTokenizer
{
    private const string Gpt2Pattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";
    private readonly RegexSplitter? _splitter = useRegex ? new RegexSplitter(Gpt2Pattern) : null;

    public void Split(ReadOnlyMemory<char> piece, List<ReadOnlyMemory<char>> pieces)
    {
        if (addPrefixSpace && !piece.Span.StartsWith(' '))
            piece = string.Concat(" ", piece.Span).AsMemory();
        if (_splitter is null)
            pieces.Add(piece);
        else
            _splitter.Split(piece, pieces);
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
