namespace SynthFarm.Core.Answers.Rules;

/// <summary>GSM8K as evaluation harnesses check it when they are lenient: the last run of number characters, wherever it stands.</summary>
internal sealed class Gsm8KFlexibleRule : IAnswerRule
{
    public string Name => "gsm8k-flexible";

    public AnswerVerdict Judge(string gold, string response, string? statement = null)
    {
        var hashes = gold.LastIndexOf("#### ", StringComparison.Ordinal);
        var expected = Ignore(hashes < 0 ? gold.Trim() : gold[(hashes + 5)..].Trim());
        var stated = Stated(response);
        return RuleVerdicts.Of(stated is not null && Ignore(stated) == expected, Name, expected, stated);
    }

    /// <summary>The last run of two or more of digits, dollar signs, points and commas, or of digits, with a sign; null without one.</summary>
    public static string? Stated(string text)
    {
        string? last = null;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var at = text[i] == '-' ? i + 1 : i;
            var end = at;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '$' or '.' or ','))
            {
                end++;
            }

            if (end - at >= 2 || (end - at == 1 && char.IsAsciiDigit(text[at])))
            {
                last = text[start..end];
            }

            i = Math.Max(end, i + 1);
        }

        return last;
    }

    private static string Ignore(string number)
    {
        var plain = number.Replace(",", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal);
        return plain.EndsWith('.') ? plain[..^1] : plain;
    }
}
