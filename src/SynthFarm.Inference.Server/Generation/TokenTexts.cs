using System.Globalization;
using System.Text;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Server.Generation;

/// <summary>Single tokens as text, which not all of them are.</summary>
internal static class TokenTexts
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The token's text; of a part of a character <c>bytes:\xe2\x82</c>, as OpenAI writes it.</summary>
    public static string Of(Tokenizer tokenizer, int token)
    {
        var bytes = tokenizer.TokenBytes(token);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            var text = new StringBuilder("bytes:");
            foreach (var value in bytes)
            {
                text.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}");
            }

            return text.ToString();
        }
    }
}
