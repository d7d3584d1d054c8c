using System.Buffers;

namespace SynthFarm.Core.Answers.Extraction;

/// <summary>Mathematics and numbers within a sentence.</summary>
internal static class Segments
{
    private const int MaxBareWords = 4;
    private const int MaxTried = 16;

    private static readonly SearchValues<char> MathSigns = SearchValues.Create("$\\=<>^");

    /// <summary>The answer in a sentence that states one: all of it where it is short, else its mathematics, else its number.</summary>
    public static string Pick(ReadOnlySpan<char> sentence, bool first)
    {
        if (IsBare(sentence))
        {
            return sentence.ToString();
        }

        if ((first ? FirstMath(sentence) : LastMath(sentence)?.Contents) is { } math)
        {
            return math;
        }

        var number = first ? FirstNumber(sentence) : AnswerExtraction.LastNumber(sentence.ToString());
        return number ?? sentence.ToString();
    }

    /// <summary>Whether a text is an answer by itself: it starts as one, or is no more than a few words.</summary>
    public static bool IsBare(ReadOnlySpan<char> text)
    {
        var words = CountWords(text);
        if (words == 0)
        {
            return true;
        }

        var hasDigit = text.IndexOfAnyInRange('0', '9') >= 0;
        var hasMath = hasDigit || text.ContainsAny(MathSigns);
        if (!hasMath)
        {
            return words <= MaxBareWords;
        }

        // "12 apples", "$x = 1$ or $x = 2$" start with what they state; "It costs $5" does not.
        return words <= MaxBareWords && !char.IsLetter(text[0]) && (!text.StartsWith("\\(") || words <= 2) && OnlyUnits(text);
    }

    /// <summary>The words of two letters or more outside of TeX commands and their text.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                for (i++; i < text.Length && char.IsAsciiLetter(text[i]); i++)
                {
                }

                i--;
            }
            else if (char.IsLetter(text[i]))
            {
                var start = i;
                while (i + 1 < text.Length && (char.IsLetter(text[i + 1]) || text[i + 1] is '\'' or '-'))
                {
                    i++;
                }

                words += i > start && !IsMathWord(text[start..(i + 1)]) ? 1 : 0;
            }
        }

        return words;
    }

    /// <summary>The last formula: between dollars, <c>\(</c> and <c>\)</c>, <c>\[</c> and <c>\]</c>; one that is a lone letter does not count.</summary>
    public static (int Start, string Contents)? LastMath(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        for (var tried = 0; tried < MaxTried; tried++)
        {
            var close = text[..end].LastIndexOfAny('$', ')', ']');
            while (close > 0 && text[close] != '$' && text[close - 1] != '\\')
            {
                close = text[..close].LastIndexOfAny('$', ')', ']');
            }

            if (close <= 0)
            {
                return null;
            }

            var isDollar = text[close] == '$';
            if (isDollar && text[close - 1] == '\\')
            {
                end = close;
                continue;
            }

            var stop = isDollar ? (text[close - 1] == '$' ? close - 1 : close) : close - 1;
            var open = isDollar ? OpeningDollar(text[..stop]) : text[..stop].LastIndexOf(text[close] == ')' ? "\\(" : "\\[", StringComparison.Ordinal);
            if (open < 0)
            {
                end = stop;
                continue;
            }

            var inner = text[(open + (isDollar ? 1 : 2))..stop].Trim();
            end = open;
            if (inner.Length > 1 || (inner.Length == 1 && !char.IsLetter(inner[0])))
            {
                var tail = text[(close + 1)..].TrimStart();
                var isPercent = tail.StartsWith("%") || tail.StartsWith("\\%") || tail.StartsWith("percent") || tail.StartsWith("pct");
                var (from, joined) = isDollar ? WithNeighbours(text, open, inner.ToString()) : (open, inner.ToString());
                return (from, isPercent ? $"{inner}\\%" : joined);
            }
        }

        return null;
    }

    /// <summary><c>$1$, $2$ and $3$</c> is one list.</summary>
    private static (int Start, string Contents) WithNeighbours(ReadOnlySpan<char> text, int open, string contents)
    {
        for (var i = 0; i < MaxTried; i++)
        {
            var before = text[..open].TrimEnd();
            var joint = before.EndsWith("and") ? before[..^3] : before.EndsWith("or") ? before[..^2] : before;
            joint = joint.TrimEnd(' ');
            joint = joint.EndsWith(",") ? joint[..^1] : joint;
            if (joint.Length == before.Length || !joint.EndsWith("$") || joint.EndsWith("\\$") || OpeningDollar(joint[..^1]) is not (>= 0 and var start))
            {
                break;
            }

            var inner = joint[(start + 1)..^1];
            if (inner.IndexOfAnyInRange('0', '9') < 0 || inner.Length > 60 || CountWords(inner) > 0)
            {
                break;
            }

            contents = $"{inner}, {contents}";
            open = start;
        }

        return (open, contents);
    }

    /// <summary>The opening dollar sign before a position; escaped ones do not count.</summary>
    private static int OpeningDollar(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf('$');
        while (at > 0 && text[at - 1] == '\\')
        {
            at = text[..at].LastIndexOf('$');
        }

        return at;
    }

    private static string? FirstMath(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('$');
        var paren = text.IndexOf("\\(", StringComparison.Ordinal);
        if (paren >= 0 && (open < 0 || paren < open))
        {
            var end = text[paren..].IndexOf("\\)", StringComparison.Ordinal);
            return end > 0 ? text.Slice(paren + 2, end - 2).Trim().ToString() : null;
        }

        if (open < 0 || (open > 0 && text[open - 1] == '\\'))
        {
            return null;
        }

        var close = text[(open + 1)..].IndexOf('$');
        return close > 0 && !text.Slice(open + 1, close).IsWhiteSpace() ? text.Slice(open + 1, close).Trim().ToString() : null;
    }

    /// <summary>The number in a text that has exactly one and no other mathematics; null otherwise.</summary>
    public static string? OnlyNumber(ReadOnlySpan<char> text)
    {
        if (FirstNumber(text) is not { } number || AnswerExtraction.LastNumber(text.ToString()) is not { } last || text.ContainsAny(MathSigns))
        {
            return null;
        }

        return number.TrimEnd('%') == last ? number : null;
    }

    /// <summary>
    /// The number that a text starts with where the next one only tells about it, as in <c>48 cookies in 4 batches</c>; null for others, such as
    /// <c>3 feet 4 inches</c> and <c>5 to 7 days</c>.
    /// </summary>
    public static string? LeadingNumber(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("$ ");
        if (FirstNumber(text) is not { } number || !text.StartsWith(number) || text.ContainsAny(MathSigns))
        {
            return null;
        }

        var behind = text[number.Length..];
        var next = behind.IndexOfAnyInRange('0', '9');
        var words = next < 0 ? [] : behind[..next].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && words[^1] is "in" or "for" or "over" or "from" or "after" or "within" or "among" or "with" ? number : null;
    }

    private static string? FirstNumber(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return null;
        }

        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' or '/' or ':' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        start -= start > 0 && text[start - 1] == '.' ? 1 : 0;
        start -= start > 0 && text[start - 1] is '-' or '−' ? 1 : 0;
        end += end < text.Length && text[end] == '%' ? 1 : 0;
        return text[start..end].ToString();
    }

    /// <summary>Whether the words behind the first mathematics are units or connectives rather than a sentence.</summary>
    private static bool OnlyUnits(ReadOnlySpan<char> text)
    {
        foreach (var word in (ReadOnlySpan<string>)[" is ", " are ", " because ", " since ", " so ", " which ", " that "])
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMathWord(ReadOnlySpan<char> word) =>
        word is "sin" or "cos" or "tan" or "ln" or "log" or "sqrt" or "pi" or "and" or "or" or "exp" or "abs" || (word.Length == 2 && !IsShortWord(word)) || IsEnvironment(word);

    private static bool IsShortWord(ReadOnlySpan<char> word) =>
        word is "is" or "it" or "in" or "of" or "to" or "at" or "on" or "no" or "we" or "he" or "if" or "so" or "be" or "by" or "as" or "an" or "cm" or "mm" or "km" or "kg" or "So" or "It" or "In" or "We" or "He" or "Is" or "If" or "No";

    private static bool IsEnvironment(ReadOnlySpan<char> word) => word.EndsWith("matrix", StringComparison.Ordinal) || word is "array" or "circ" or "begin" or "end";
}
