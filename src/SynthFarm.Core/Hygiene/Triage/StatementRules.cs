using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>What a statement asks for and leans on.</summary>
internal static class StatementRules
{
    private static readonly string[] Proofs = ["prove ", "prove:", "prove,", "show that ", "show, that ", "demonstrate that ", "verify that ", "disprove ", "give a proof", "prove\n"];

    private static readonly string[] Questions =
    [
        "find ", "determine ", "compute ", "calculate ", "evaluate ", "solve ", "what ", "how many ", "how much ", "how long ", "which ", "simplify ", "express ", "who ", "when ", "where ",
    ];

    private static readonly string[] Figures =
    [
        "[asy]", "![", "<img", "\\includegraphics", "\\begin{tikzpicture}", "<image", "[image", "in the figure", "the figure below", "the figure above", "figure shown", "following figure",
        "in the diagram", "the diagram below", "the diagram above", "diagram shown", "following diagram", "in the picture", "the picture below", "the picture shows", "picture above",
        "the figure shows", "the diagram shows", "as shown below", "as shown above", "shown in figure", "in figure", "graph below", "graph above", "graph shown", "graph is shown", "graphed below",
        "table below", "pictured below", "pictured above", "is shown below", "are shown below", "shown at the right", "shown to the right",
    ];

    /// <summary>A sentence that begins with a call for a proof, unless another asks for a value and the gold answer is one.</summary>
    public static string? Proof(string statement, bool hasValue)
    {
        string? found = null;
        var asks = false;
        foreach (var sentence in Sentences.Of(statement))
        {
            var text = statement.AsSpan(sentence);
            foreach (var call in found is null ? Proofs : [])
            {
                found = text.StartsWith(call, StringComparison.OrdinalIgnoreCase) ? call.TrimEnd(' ', ':', ',', '\n') : found;
            }

            asks |= StartsWithAny(text, Questions);
        }

        return found is null || (asks && hasValue) ? null : $"a sentence begins with {QuotedText.Of(found)}";
    }

    /// <summary>Drawing code, an image link, or a phrase that points at a figure.</summary>
    public static string? Image(string statement)
    {
        foreach (var phrase in Figures)
        {
            var at = statement.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && !(phrase == "table below" && statement.AsSpan(at).ContainsAny('|', '&')))
            {
                return $"it says {QuotedText.Of(phrase)}";
            }
        }

        return null;
    }

    public static bool Asks(ReadOnlySpan<char> text) => StartsWithAny(text, Questions) || StartsWithAny(text, Proofs);

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
