namespace SynthFarm.Core.Answers.Rules;

/// <summary>GSM8K as reinforcement learning checks it: the first <c>#### </c> with a number right behind one space, compared as text.</summary>
internal sealed class Gsm8KStrictRule : IAnswerRule
{
    public const string Mark = "#### ";

    public string Name => "gsm8k-strict";

    public AnswerVerdict Judge(string gold, string response, string? statement = null)
    {
        var expected = (Stated(gold) ?? gold.Trim()).Replace(",", "", StringComparison.Ordinal);
        var stated = Stated(response);
        return RuleVerdicts.Of(stated == expected, Name, expected, stated);
    }

    /// <summary>The characters of a number behind the first mark that has any, without commas; null without one.</summary>
    public static string? Stated(string text)
    {
        for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + 1, StringComparison.Ordinal))
        {
            var start = at + Mark.Length;
            var end = start + (start < text.Length && text[start] == '-' ? 1 : 0);
            var first = end;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
            {
                end++;
            }

            if (end > first)
            {
                return text[start..end].Replace(",", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal);
            }
        }

        return null;
    }
}
