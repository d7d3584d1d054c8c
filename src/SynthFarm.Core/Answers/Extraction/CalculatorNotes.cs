using System.Buffers;
using System.Text;

namespace SynthFarm.Core.Answers.Extraction;

/// <summary>The calculations that GSM8K's solutions carry between double angle brackets: <c>= $&lt;&lt;9*2=18>>18</c>.</summary>
internal static class CalculatorNotes
{
    private const int MaxLength = 200;

    private static readonly SearchValues<char> Calculation = SearchValues.Create("0123456789+-*/=.,()%$ ");

    /// <summary>The text without them; whatever else stands between such brackets stays.</summary>
    public static ReadOnlySpan<char> Remove(ReadOnlySpan<char> text)
    {
        if (!text.Contains("<<", StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        for (var open = text.IndexOf("<<"); open >= 0; open = text.IndexOf("<<"))
        {
            var behind = text[(open + 2)..];
            var end = behind.IndexOfAnyExcept(Calculation);
            var isNote = end is > 0 and <= MaxLength && behind[end..].StartsWith(">>");
            kept.Append(text[..(isNote ? open : open + 2)]);
            text = isNote ? behind[(end + 2)..] : behind;
        }

        return kept.Append(text).ToString();
    }
}
