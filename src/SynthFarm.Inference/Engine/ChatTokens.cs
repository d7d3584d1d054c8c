using SynthFarm.Core.Chat;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Engine;

/// <summary>The tokens of a rendered conversation.</summary>
public static class ChatTokens
{
    /// <summary>
    /// The pieces' tokens, one piece after the other: only the template's own marks become control tokens, the texts between cannot. Where the
    /// tokenizer puts a space before a text, the conversation gets one and its later pieces none.
    /// </summary>
    /// <exception cref="ArgumentException">A piece is no valid Unicode.</exception>
    public static int[] Of(Tokenizer tokenizer, IReadOnlyList<ChatPiece> pieces)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(pieces);
        var tokens = new List<int>();
        bool begins = true;
        string carried = "";
        for (int i = 0; i < pieces.Count; i++)
        {
            bool content = pieces[i].Kind == ChatPieceKind.Content;
            string text = carried + pieces[i].Text;
            // Tokenizers keep a space with the word behind it, so it goes with the content; there it cannot become a control token either.
            bool givesSpace = !content && text.EndsWith(' ') && i + 1 < pieces.Count && pieces[i + 1].Kind == ChatPieceKind.Content;
            carried = givesSpace ? " " : "";
            text = givesSpace ? text[..^1] : text;
            int[] encoded = begins ? tokenizer.Encode(text, allowSpecial: !content) : tokenizer.EncodeContinuation(text, allowSpecial: !content);
            begins &= Array.TrueForAll(encoded, tokenizer.IsSpecial);
            tokens.AddRange(encoded);
        }

        return [.. tokens];
    }
}
