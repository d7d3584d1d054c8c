using System.Text;

namespace SynthFarm.Formats.Texts;

/// <summary>The line that every path of a published tree ends with.</summary>
internal static class AnswerSteps
{
    /// <summary>What the line begins with.</summary>
    public const string Prefix = "Answer: ";

    /// <summary>Who made a step that only states an answer found in the step before it.</summary>
    public const string Producer = "import";

    private const string Gap = "\n\n";

    /// <summary>A step that states an answer.</summary>
    public static string Line(string answer) => Prefix + OneLine(answer);

    /// <summary>A solution with the line behind it; as it is where it ends with such a line already.</summary>
    public static string Close(string solution, string answer) => EndsWithLine(solution) ? solution : solution + Gap + Line(answer);

    /// <summary>The solution that <see cref="Close"/> was given.</summary>
    public static string Open(string text, string answer)
    {
        var tail = Gap + Line(answer);
        return text.EndsWith(tail, StringComparison.Ordinal) ? text[..^tail.Length] : text;
    }

    /// <summary>The answer on one line: line breaks become spaces.</summary>
    public static string OneLine(string answer)
    {
        var line = new StringBuilder(answer.Length);
        foreach (var c in answer.Trim())
        {
            line.Append(c is '\n' or '\r' or '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString();
    }

    private static bool EndsWithLine(string text)
    {
        var last = text.AsSpan().TrimEnd('\n');
        last = last[(last.LastIndexOf('\n') + 1)..];
        return last.StartsWith(Prefix) && last.Length > Prefix.Length;
    }
}
