using System.Globalization;
using System.Text;
using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.PreTokenizers;

/// <summary>
/// The step <c>Digits</c>: runs of numeric characters (categories Nd, Nl, No) become pieces, or each such character one piece.
/// </summary>
internal sealed class DigitsPreTokenizer(bool individualDigits) : IPreTokenizer
{
    public void Split(ReadOnlyMemory<char> piece, SectionPlace place, List<ReadOnlyMemory<char>> pieces)
    {
        int start = 0;
        int unit = 0;
        bool inDigits = false;
        foreach (Rune rune in piece.Span.EnumerateRunes())
        {
            bool digit = Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
            if (unit > start && (digit != inDigits || (digit && individualDigits)))
            {
                pieces.Add(piece[start..unit]);
                start = unit;
            }

            inDigits = digit;
            unit += rune.Utf16SequenceLength;
        }

        if (start < piece.Length)
            pieces.Add(piece[start..]);
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Digits");
        writer.WriteBoolean("individual_digits", individualDigits);
        writer.WriteEndObject();
    }
}
