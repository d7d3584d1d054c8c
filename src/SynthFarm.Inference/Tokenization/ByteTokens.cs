using System.Globalization;

namespace SynthFarm.Inference.Tokenization;

/// <summary>The tokens <c>&lt;0x00&gt;</c> to <c>&lt;0xFF&gt;</c> by which a vocabulary of characters spells single bytes.</summary>
internal static class ByteTokens
{
    public static string TextOf(byte value) => $"<0x{value:X2}>";

    public static bool TryGetValue(string text, out byte value)
    {
        value = 0;
        return text.Length == 6 && text.StartsWith("<0x", StringComparison.Ordinal) && text[5] == '>'
            && byte.TryParse(text.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            && TextOf(value) == text;
    }
}
