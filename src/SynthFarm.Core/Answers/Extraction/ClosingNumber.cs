using System.Buffers;

namespace SynthFarm.Core.Answers.Extraction;

/// <summary>The number that a response ends with where nothing announces an answer.</summary>
internal static class ClosingNumber
{
    private const int MaxNumbers = 16;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.,-");

    /// <summary>
    /// Of the numbers in the last line that has any: the result of the last equation where it is one of them ("Tom has 8 pencils, 2 more
    /// than Ann" behind "= 8"), else the only one that was not said before, else the last. Null without a number.
    /// </summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        var whole = text.ToString();
        if (AnswerExtraction.LastNumber(whole) is not { } last)
        {
            return null;
        }

        var end = text.LastIndexOfAnyInRange('0', '9') + 1;
        var start = text[..end].LastIndexOf('\n') + 1;
        var numbers = Numbers(whole[start..end]);
        if (numbers.Count < 2)
        {
            return last;
        }

        if (LastResult(whole[..end]) is { } result && numbers.Find(number => Rational.Parse(number) == result) is { } found)
        {
            return found;
        }

        var before = Numbers(whole[Math.Max(0, start - ResponseText.MaxLength)..start]).Select(Rational.Parse).ToHashSet();
        return before.Count > 0 && numbers.FindAll(number => !before.Contains(Rational.Parse(number))) is [var only] ? only : last;
    }

    /// <summary>The numbers of a text, the last sixteen of them, in order.</summary>
    private static List<string> Numbers(string text)
    {
        var numbers = new List<string>();
        for (var end = text.Length; end > 0 && numbers.Count < MaxNumbers;)
        {
            end = text.AsSpan(0, end).LastIndexOfAnyInRange('0', '9') + 1;
            if (end == 0 || AnswerExtraction.LastNumber(text[Math.Max(0, end - Rational.MaxLength)..end]) is not { } number)
            {
                break;
            }

            numbers.Insert(0, number);
            end -= number.Length;
        }

        return numbers;
    }

    /// <summary>What stands behind the last equals sign that a number follows.</summary>
    private static Rational? LastResult(string text)
    {
        var at = text.Length;
        for (var tried = 0; tried < MaxNumbers && (at = text.LastIndexOf('=', Math.Max(0, at - 1))) > 0; tried++)
        {
            var behind = text.AsSpan(at + 1).TrimStart(" $\\");
            var end = behind.IndexOfAnyExcept(Digits);
            var number = (end < 0 ? behind : behind[..end]).TrimEnd(".,-");
            if (!number.IsEmpty && number.Length <= Rational.MaxLength && Rational.Parse(number.ToString()) is { } value)
            {
                return value;
            }
        }

        return null;
    }
}
