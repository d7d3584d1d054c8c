using System.Text;
using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Trees;

/// <summary>
/// Finds text that has no UTF-8 form. Half a surrogate pair is refused, never replaced: a stored text is the text that was generated, or
/// it is not stored. Everything else, NUL included, is kept as it is.
/// </summary>
internal static class UnicodeText
{
    /// <exception cref="CorpusException">A text of the problem or its tree holds half a surrogate pair; the message says which and where.</exception>
    public static void Require(FinishedProblem finished)
    {
        var problem = finished.Problem;
        var name = ShortName(problem.Id);
        Require(problem.Id, $"The id of a problem ({name})");
        foreach (var (field, text) in Fields(problem))
        {
            Require(text, $"Problem {name}, {field}");
        }

        Require(finished.Reason, $"Problem {name}, reason");
        foreach (var step in finished.Tree?.Steps ?? [])
        {
            Require(step.Text, $"Problem {name}, text of step {step.Id}");
            Require(step.Critique, $"Problem {name}, critique of step {step.Id}");
            Require(step.CritiqueSource, $"Problem {name}, critique source of step {step.Id}");
            Require(step.Answer, $"Problem {name}, answer of step {step.Id}");
            Require(step.AnswerVerdict.Reason, $"Problem {name}, verdict on the answer of step {step.Id}");
            Require(step.AnswerVerdict.Canonical, $"Problem {name}, canonical answer of step {step.Id}");
            Require(step.Producer, $"Problem {name}, producer of step {step.Id}");
        }
    }

    /// <summary>Position of the first half surrogate pair, or -1.</summary>
    public static int IndexOfLoneSurrogate(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (text[at..].IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var next)
        {
            at += next;
            if (Rune.DecodeFromUtf16(text[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }

    private static IEnumerable<(string Field, string? Text)> Fields(Problem problem) =>
    [
        ("problem", problem.Statement), ("answer", problem.Answer), ("kind", problem.Kind), ("source", problem.Source),
        ("topic", problem.Topic), ("level", problem.Level), ("split", problem.Split), ("license", problem.License),
    ];

    private static void Require(string? text, string where)
    {
        if (text is not null && IndexOfLoneSurrogate(text) is >= 0 and var at)
        {
            throw new CorpusException($"{where}: holds half a surrogate pair (U+{(int)text[at]:X4}) at position {at}, which has no UTF-8 form.");
        }
    }

    private static string ShortName(string id) => IndexOfLoneSurrogate(id) < 0 ? id : "not printable";
}
