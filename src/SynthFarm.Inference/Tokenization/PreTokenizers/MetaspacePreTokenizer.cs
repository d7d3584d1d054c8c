using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.PreTokenizers;

/// <summary>
/// The step <c>Metaspace</c> of SentencePiece's models: a space before a section that does not begin with one, and optionally a cut before each
/// space. The vocabulary writes spaces as U+2581; here they stay spaces, and the vocabulary is read that way.
/// </summary>
internal sealed class MetaspacePreTokenizer(PrependScheme scheme, bool split) : IPreTokenizer
{
    public void Split(ReadOnlyMemory<char> piece, SectionPlace place, List<ReadOnlyMemory<char>> pieces)
    {
        bool prepends = scheme == PrependScheme.Always ? place != SectionPlace.Continued : scheme == PrependScheme.First && place == SectionPlace.First;
        if (prepends && !piece.Span.StartsWith(' '))
            piece = string.Concat(" ", piece.Span).AsMemory();
        for (int at; split && (at = piece.Span[1..].IndexOf(' ')) >= 0; piece = piece[(at + 1)..])
            pieces.Add(piece[..(at + 1)]);
        pieces.Add(piece);
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Metaspace");
        writer.WriteString("replacement", TokenizerDefinition.Metaspace);
        writer.WriteString("prepend_scheme", scheme.ToString().ToLowerInvariant());
        writer.WriteBoolean("split", split);
        writer.WriteEndObject();
    }
}
