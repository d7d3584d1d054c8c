namespace SynthFarm.Core.Answers.Extraction;

/// <summary>Phrases that announce an answer: "the answer is", "Answer:", "answer = ", "the correct option is".</summary>
internal static class Markers
{
    private const int MaxTried = 32;
    private const int MaxSentence = 2_000;

    private static readonly string[] Nouns = ["nswer", "NSWER", "ption", "hoice", "olution"];

    private static readonly string[] Verbs = ["is", "are", "was", "=", ":", "would be", "will be", "should be", "must be", "becomes", "equals"];

    private static readonly string[] NoAnswers =
    [
        "correct", "wrong", "right", "incorrect", "not", "as follows", "below", "above", "the following", "therefore", "then", "given", "given by", "shown", "that",
        "obtained", "found", "unknown to us", "clear", "straightforward", "obvious",
    ];

    /// <summary>What the last announcement that is an answer announces, and where it starts; null without one.</summary>
    public static (int Start, string Contents)? Last(ReadOnlySpan<char> text)
    {
        (int Start, string Contents)? best = null;
        foreach (var noun in Nouns)
        {
            var end = text.Length;
            for (var tried = 0; tried < MaxTried; tried++)
            {
                var at = text[..end].LastIndexOf(noun, StringComparison.Ordinal);
                if (at <= 0 || (best is { } found && at < found.Start))
                {
                    break;
                }

                if (Announced(text, at + noun.Length, noun) is { } contents)
                {
                    best = (at, contents);
                    break;
                }

                end = at;
            }
        }

        return best;
    }

    private static string? Announced(ReadOnlySpan<char> text, int at, string noun)
    {
        var rest = text[at..].TrimStart("* ");
        if (!rest.IsEmpty && rest[0] == 's')
        {
            rest = rest[1..].TrimStart("* ");
        }

        if (!TakeVerb(ref rest, noun is "olution" or "hoice"))
        {
            return null;
        }

        rest = rest.TrimStart(" *:=\t");
        if (rest.IsEmpty || rest.IsWhiteSpace())
        {
            return null;
        }

        rest = rest.TrimStart(" \r\n*");
        var sentence = Sentence(rest);
        if (Boxes.Last(sentence) is { } box)
        {
            return box.Contents;
        }

        sentence = sentence.Trim(" \t*_");
        sentence = TrimQuotes(sentence);
        return IsAnswer(sentence) ? Segments.Pick(Predicate(sentence), first: true) : null;
    }

    /// <summary>"Final answer: the number of points is 19": what the sentence says of its subject.</summary>
    private static ReadOnlySpan<char> Predicate(ReadOnlySpan<char> sentence)
    {
        if (!char.IsLetter(sentence[0]) || Segments.CountWords(sentence) < 4)
        {
            return sentence;
        }

        foreach (var verb in (ReadOnlySpan<string>)[" is ", " are ", " equals "])
        {
            var at = sentence.LastIndexOf(verb, StringComparison.Ordinal);
            var tail = at < 0 ? [] : sentence[(at + verb.Length)..];
            if (tail.IndexOfAnyInRange('0', '9') >= 0 || tail.Contains('$'))
            {
                return tail;
            }
        }

        return sentence;
    }

    private static bool TakeVerb(ref ReadOnlySpan<char> rest, bool needsWord)
    {
        foreach (var verb in Verbs)
        {
            if (rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && (verb.Length == 1 || rest.Length == verb.Length || !char.IsLetterOrDigit(rest[verb.Length])))
            {
                if (needsWord && verb is ":" or "=")
                {
                    return false;
                }

                rest = rest[verb.Length..];
                return true;
            }
        }

        return false;
    }

    /// <summary>Up to the end of the line or the sentence; a point between digits is a decimal point.</summary>
    private static ReadOnlySpan<char> Sentence(ReadOnlySpan<char> text)
    {
        text = text.Length > MaxSentence ? text[..MaxSentence] : text;
        if (text.StartsWith("\\["))
        {
            var close = text.IndexOf("\\]");
            return close > 0 ? text[..(close + 2)] : text;
        }

        if (text.StartsWith("$$") && text[2..].IndexOf("$$") is > 0 and var display)
        {
            return text[..(display + 4)];
        }

        var line = text.IndexOfAny('\r', '\n');
        text = line < 0 ? text : text[..line];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || (char.IsWhiteSpace(text[i + 1]) && (text[i] != '!' || i + 2 >= text.Length || char.IsAsciiLetterUpper(text[i + 2])))))
            {
                var isAbbreviation = text[i] == '.' && i > 0 && text[..i].EndsWith("approx", StringComparison.Ordinal);
                if (!isAbbreviation && i > 0)
                {
                    return text[..i];
                }
            }
        }

        return text;
    }

    private static ReadOnlySpan<char> TrimQuotes(ReadOnlySpan<char> text)
    {
        for (var before = -1; before != text.Length;)
        {
            before = text.Length;
            text = text.Trim("\"“”' ");
            text = text.StartsWith("\\\"") ? text[2..] : text;
            text = text.EndsWith("\\") && !text.EndsWith("\\\\") ? text[..^1] : text;
        }

        return text;
    }

    private static bool IsAnswer(ReadOnlySpan<char> sentence)
    {
        if (sentence.IsEmpty)
        {
            return false;
        }

        if (sentence.IndexOfAnyInRange('0', '9') >= 0 || sentence.ContainsAny('\\', '$'))
        {
            return true;
        }

        foreach (var no in NoAnswers)
        {
            if (sentence.StartsWith(no, StringComparison.OrdinalIgnoreCase) && (sentence.Length == no.Length || !char.IsLetter(sentence[no.Length])))
            {
                return false;
            }
        }

        return Segments.CountWords(sentence) <= 4 && !sentence.EndsWith(":");
    }
}
