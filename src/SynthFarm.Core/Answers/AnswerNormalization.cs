using System.Text;

namespace SynthFarm.Core.Answers;

/// <summary>The light normalisation before answers are compared: notation that never carries meaning falls away.</summary>
internal static class AnswerNormalization
{
    private static readonly string[] Wrappers = ["\\text{", "\\textbf{", "\\mathrm{", "\\mathbf{", "\\boxed{"];

    /// <summary>
    /// Trims; takes off dollar signs around the whole, a final full stop, TeX spacing and <c>\left</c>/<c>\right</c>, a wrapper such as
    /// <c>\text{}</c> around the whole; joins white space; lower-cases words of more than one letter; unwraps a letter in parentheses.
    /// </summary>
    public static string Normalize(string answer)
    {
        var text = Unwrap(Spaces(answer));
        if (text is ['(', var letter, ')'] && char.IsLetter(letter))
        {
            return text[1..2];
        }

        return text.Length > 1 && text.All(c => char.IsLetter(c) || c == ' ') ? text.ToLowerInvariant() : text;
    }

    private static string Spaces(string answer)
    {
        var plain = answer
            .Replace("\\left", "", StringComparison.Ordinal).Replace("\\right", "", StringComparison.Ordinal)
            .Replace("\\!", "", StringComparison.Ordinal).Replace("\\,", " ", StringComparison.Ordinal)
            .Replace("\\;", " ", StringComparison.Ordinal).Replace("\\ ", " ", StringComparison.Ordinal)
            .Replace("\\(", "", StringComparison.Ordinal).Replace("\\)", "", StringComparison.Ordinal)
            .Replace("\\[", "", StringComparison.Ordinal).Replace("\\]", "", StringComparison.Ordinal);
        var joined = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (!char.IsWhiteSpace(c))
            {
                joined.Append(c);
            }
            else if (joined.Length > 0 && joined[^1] != ' ')
            {
                joined.Append(' ');
            }
        }

        return joined.ToString().TrimEnd();
    }

    private static string Unwrap(string text)
    {
        for (var before = -1; before != text.Length;)
        {
            before = text.Length;
            text = text.TrimEnd('.', ' ');
            if (text.Length > 1 && text[0] == '$' && text[^1] == '$')
            {
                text = text.Trim('$').Trim();
            }

            if (Array.Find(Wrappers, wrapper => text.StartsWith(wrapper, StringComparison.Ordinal)) is { } opening
                && text.IndexOf('}') == text.Length - 1 && text.IndexOf('{', opening.Length) < 0)
            {
                text = text[opening.Length..^1].Trim();
            }
        }

        return text;
    }
}
