namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>Answers to multiple-choice problems: a letter, its option's text, or both.</summary>
internal static class ChoiceAnswers
{
    private const int MaxStatement = 20_000;

    /// <summary>Compares where one answer is a letter; null where neither is, or letters decide nothing.</summary>
    /// <param name="gold">The gold answer.</param>
    /// <param name="answer">The stated answer.</param>
    /// <param name="statement">The problem, which may list the options; null for none.</param>
    /// <param name="compare">Compares an option's text with an answer.</param>
    public static Outcome? Compare(string gold, string answer, string? statement, Func<string, string, Outcome> compare)
    {
        var (x, y) = (Letter(gold, out var goldText), Letter(answer, out var answerText));
        if (x is { } expected && y is { } stated && (goldText is null || answerText is null || expected == stated))
        {
            var isBare = gold.Length == 1 && answer.Length == 1;
            return expected == stated
                ? Outcome.Correct($"both choose {expected}", RuleNames.Choice)
                : Outcome.Wrong($"the answer is {(isBare ? QuotedText.Of(gold) : expected)}, not {(isBare ? QuotedText.Of(answer) : stated)}", isBare ? RuleNames.Text : RuleNames.Choice);
        }

        if (x is null == y is null || statement is not { Length: > 0 and < MaxStatement })
        {
            return WithText(x, goldText, gold, y, answerText, answer, compare);
        }

        if (Option(statement, x ?? y!.Value) is not { } option)
        {
            return WithText(x, goldText, gold, y, answerText, answer, compare);
        }

        var outcome = x is not null ? compare(option, answer) : compare(gold, option);
        return outcome with { Reason = $"option {x ?? y} is {QuotedText.Of(option)}: {outcome.Reason}", Rule = RuleNames.Choice };
    }

    /// <summary>"(B) 7" against "7".</summary>
    private static Outcome? WithText(char? x, string? goldText, string gold, char? y, string? answerText, string answer, Func<string, string, Outcome> compare)
    {
        if (x is not null && goldText is not null && y is null)
        {
            return compare(goldText, answer);
        }

        return y is not null && answerText is not null && x is null ? compare(gold, answerText) : null;
    }

    /// <summary>The letter an answer chooses, <c>B</c>, <c>(B)</c>, <c>B.</c>, <c>\text{(B)}</c>, <c>option B</c>, and the text behind it.</summary>
    internal static char? Letter(string answer, out string? text)
    {
        text = null;
        var rest = answer.AsSpan().Trim(" $.*");
        foreach (var wrapper in (ReadOnlySpan<string>)["\\text{", "\\textbf{", "\\mathrm{", "\\mathbf{", "\\boxed{", "\\mathsf{"])
        {
            if (rest.StartsWith(wrapper) && rest.IndexOf('}') is > 0 and var close)
            {
                var behind = rest[(close + 1)..].Trim();
                rest = rest[wrapper.Length..close].Trim();
                text = behind.IsEmpty ? null : behind.ToString();
                break;
            }
        }

        foreach (var word in (ReadOnlySpan<string>)["option ", "Option ", "choice ", "Choice "])
        {
            rest = rest.StartsWith(word) ? rest[word.Length..].TrimStart() : rest;
        }

        var hasOpen = rest.StartsWith("(");
        rest = hasOpen ? rest[1..] : rest;
        if (rest.IsEmpty || rest[0] is not ((>= 'A' and <= 'J') or (>= 'a' and <= 'e')) || (char.IsAsciiLetterLower(rest[0]) && !hasOpen))
        {
            return null;
        }

        var letter = char.ToUpperInvariant(rest[0]);
        rest = rest[1..];
        if (rest.IsEmpty)
        {
            return hasOpen ? null : letter;
        }

        if (rest[0] == ')' || (!hasOpen && rest[0] is '.' or ':'))
        {
            rest = rest[1..].Trim();
            if (!rest.IsEmpty)
            {
                text = rest.ToString();
            }

            return letter;
        }

        return null;
    }

    /// <summary>The options that a statement lists from <c>(A)</c> on, with their texts; empty when there are fewer than two in order.</summary>
    internal static IReadOnlyList<(char Letter, string Text)> Options(string statement)
    {
        var options = new List<(char Letter, string Text)>();
        var from = 0;
        for (var letter = 'A'; letter <= 'J' && statement.Length < MaxStatement; letter++)
        {
            var at = Find(statement, letter, from, out var width);
            if (at < 0 || Option(statement, letter) is not { } text)
            {
                break;
            }

            options.Add((letter, text));
            from = at + width;
        }

        return options.Count >= 2 ? options : [];
    }

    /// <summary>The text of an option in a statement: behind <c>(B)</c>, <c>B)</c>, <c>B.</c> or <c>B:</c>, up to the next option or line.</summary>
    private static string? Option(string statement, char letter)
    {
        var start = Find(statement, letter, 0, out var width);
        if (start < 0)
        {
            return null;
        }

        var from = start + width;
        var next = Find(statement, (char)(letter + 1), from, out _);
        var line = statement.IndexOf('\n', from);
        var end = Math.Min(next < 0 ? statement.Length : next, line < 0 ? statement.Length : line);
        var option = statement.AsSpan(from, end - from).Trim(" \t\r,;}~").Trim();
        option = option.EndsWith("\\qquad") ? option[..^6].TrimEnd() : option.EndsWith("\\quad") ? option[..^5].TrimEnd() : option;
        return option.IsEmpty || option.Length > 200 ? null : option.ToString();
    }

    private static int Find(string statement, char letter, int from, out int width)
    {
        width = 0;
        for (var at = statement.IndexOf(letter, from); at >= 0; at = statement.IndexOf(letter, at + 1))
        {
            var after = at + 1 < statement.Length ? statement[at + 1] : ' ';
            var before = at > 0 ? statement[at - 1] : '\n';
            if (after is not (')' or '.' or ':') || !(before is '(' or '{' or '\n' || (char.IsWhiteSpace(before) && after != '.')))
            {
                continue;
            }

            // \textbf{(B)} closes behind the letter.
            width = at + 2 < statement.Length && statement[at + 2] == '}' ? 3 : 2;
            var isBracket = before == '(';
            if (isBracket)
            {
                // The position is the bracket's or its wrapper's; the width counts from there.
                var wrapper = statement.LastIndexOf('\\', Math.Max(0, at - 1), Math.Min(at, 12));
                var start = wrapper >= 0 && width == 3 ? wrapper : at - 1;
                width += at - start;
                return start;
            }

            return at;
        }

        return -1;
    }
}
