namespace SynthFarm.Core.Answers.Expressions;

/// <summary>LaTeX whose backslashes were escaped once more on their way, as in <c>\\left( \\frac{4}{3} \\right)</c>.</summary>
internal static class Escapes
{
    /// <summary>Undoubles backslashes where a known command follows two, unless a matrix written with single ones needs its row ends.</summary>
    public static string Undouble(string text)
    {
        if (!text.Contains("\\\\", StringComparison.Ordinal))
        {
            return text;
        }

        var matrix = text.IndexOf("\\begin{", StringComparison.Ordinal);
        if (matrix >= 0 && (matrix == 0 || text[matrix - 1] != '\\'))
        {
            return text;
        }

        for (var at = text.IndexOf("\\\\", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\\\\", at + 2, StringComparison.Ordinal))
        {
            var end = at + 2;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            var name = text[(at + 2)..end];
            if (MathWords.Commands.ContainsKey(name) || MathWords.Silent.Contains(name) || MathWords.TextBoxes.Contains(name) || name is "begin")
            {
                return text.Replace("\\\\", "\\", StringComparison.Ordinal);
            }
        }

        return text;
    }
}
