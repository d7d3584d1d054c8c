using System.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// Turns tokens that go on with a sequence into text, one at a time. A character whose bytes are spread over several tokens comes out with the
/// last of them; the parts together are <see cref="Tokenizer.DecodeContinuation"/> of the whole. Not thread-safe.
/// </summary>
public sealed class TokenTextDecoder(Tokenizer tokenizer)
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private char[] _chars = new char[16];

    /// <summary>The text that this token completes; empty where a character is still unfinished.</summary>
    public string Append(int id) => Convert(tokenizer.TokenBytes(id), flush: false);

    /// <summary>The rest: U+FFFD for a character that was never finished, else empty. The decoder is then as new.</summary>
    public string Finish() => Convert([], flush: true);

    private string Convert(ReadOnlySpan<byte> bytes, bool flush)
    {
        int most = _decoder.GetCharCount(bytes, flush);
        if (most > _chars.Length)
            _chars = new char[most];
        return new string(_chars, 0, _decoder.GetChars(bytes, _chars, flush));
    }
}
