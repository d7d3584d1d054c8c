using System.Text;

namespace SynthFarm.Core.Answers.Rules;

/// <summary>
/// The rule of the Minerva evaluation: a fixed closing phrase, a list of substitutions and removed words, then symbolic equality
/// (A. Lewkowycz et al., Solving Quantitative Reasoning Problems with Language Models, 2022, appendix).
/// </summary>
internal sealed class MinervaRule : IAnswerRule
{
    private const string Opening = "Final Answer: The final answer is";
    private const string Closing = "I hope it is correct.";

    private static readonly (string From, string To)[] Substitutions =
    [
        ("an ", ""), ("a ", ""), (".$", "$"), ("\\$", ""), ("\\ ", ""), (" ", ""), ("mbox", "text"), (",\\text{and}", ","), ("\\text{and}", ","), ("\\text{m}", "\\text{}"),
    ];

    private static readonly string[] Removed =
    [
        "square", "ways", "integers", "dollars", "mph", "inches", "ft", "hours", "km", "units", "\\ldots", "sue", "points", "feet", "minutes", "digits", "cents", "degrees", "cm",
        "gm", "pounds", "meters", "meals", "edges", "students", "childrentickets", "multiples", "\\text{s}", "\\text{.}", "\\text{\ns}", "\\text{}^2", "\\text{}^3", "\\text{\n}",
        "\\text{}", "\\mathrm{th}", "^\\circ", "^{\\circ}", "\\;", ",\\!", "{,}", "\"", "\\dots",
    ];

    public string Name => "minerva";

    public AnswerVerdict Judge(string gold, string response, string? statement = null)
    {
        if (gold.Length > RuleVerdicts.MaxLength || response.Length > RuleVerdicts.MaxLength || Stated(response) is not { } stated)
        {
            return RuleVerdicts.Of(false, Name, null, null);
        }

        var (x, y) = (Normalize(HendrycksRule.Stated(gold) ?? gold), Normalize(stated));
        return RuleVerdicts.Of(x == y || SymbolicEquality.Holds(x, y), Name, x, y);
    }

    /// <summary>What the closing phrase states; a short text without the phrase stands for itself.</summary>
    public static string? Stated(string response)
    {
        var start = response.IndexOf(Opening, StringComparison.Ordinal);
        if (start < 0)
        {
            return HendrycksRule.Stated(response);
        }

        start += Opening.Length;
        var end = response.IndexOf(Closing, start, StringComparison.Ordinal);
        return end < start + 2 ? null : response[start..(end - 2)].Trim();
    }

    public static string Normalize(string answer)
    {
        answer = answer[(answer.LastIndexOf('=') + 1)..];
        foreach (var (from, to) in Substitutions)
        {
            answer = answer.Replace(from, to, StringComparison.Ordinal);
        }

        foreach (var word in Removed)
        {
            answer = answer.Replace(word, "", StringComparison.Ordinal);
        }

        var dollar = answer.IndexOf('$', StringComparison.Ordinal);
        var close = dollar < 0 ? -1 : answer.IndexOf('$', dollar + 1);
        answer = close < 0 ? answer : answer[dollar..(close + 1)];
        foreach (var command in (ReadOnlySpan<string>)["\\text{", "\\textbf{", "\\overline{", "\\boxed{"])
        {
            answer = Unwrap(answer, command);
        }

        answer = Brace(Brace(answer, "frac", 2), "sqrt", 1).Replace("$", "", StringComparison.Ordinal);
        var digits = answer.Replace(",", "", StringComparison.Ordinal);
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits : answer;
    }

    /// <summary>Keeps what stands between a command's brace and the next closing one.</summary>
    private static string Unwrap(string text, string command)
    {
        var kept = new StringBuilder();
        var at = 0;
        for (var start = text.IndexOf(command, StringComparison.Ordinal); start >= 0; start = text.IndexOf(command, at, StringComparison.Ordinal))
        {
            var close = text.IndexOf('}', start);
            if (close < 0)
            {
                break;
            }

            kept.Append(text.AsSpan(at, start - at)).Append(text.AsSpan(start + command.Length, close - start - command.Length));
            at = close + 1;
        }

        return kept.Append(text.AsSpan(at)).ToString();
    }

    /// <summary><c>frac12</c> becomes <c>frac{1}{2}</c>, <c>sqrt3</c> becomes <c>sqrt{3}</c>.</summary>
    private static string Brace(string text, string command, int arguments)
    {
        var braced = new StringBuilder();
        var at = 0;
        for (var start = text.IndexOf(command, StringComparison.Ordinal); start >= 0; start = text.IndexOf(command, at, StringComparison.Ordinal))
        {
            var end = start + command.Length;
            braced.Append(text.AsSpan(at, end - at));
            at = end;
            if (end + arguments <= text.Length && text[end] != '{')
            {
                for (var i = 0; i < arguments; i++)
                {
                    braced.Append('{').Append(text[at++]).Append('}');
                }
            }
        }

        return braced.Append(text.AsSpan(at)).ToString();
    }
}
