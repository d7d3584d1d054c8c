using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Corpus.Rows;

/// <summary>Makes the rows of <c>kto</c>: every answered path of a tree whose answer was decided, each text once.</summary>
internal static class AnsweredRows
{
    /// <summary>Changes whenever the same tree would give other rows.</summary>
    public const string Version = "answered-paths/1";

    public static IEnumerable<AnsweredRow> Of(DerivedProblem problem, string config)
    {
        if (problem.Judged is not { } judged)
        {
            problem.Omit(config, problem.Refusal!);
            yield break;
        }

        // Hashes, because the texts of a large tree together are much larger than the tree.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in judged.Leaves)
        {
            if (Refusal(problem, judged, leaf) is { } refusal)
            {
                problem.Omit(config, refusal);
                continue;
            }

            var row = Create(problem, judged, leaf);
            if (!judged.IsStatedIn(row.Completion.Content, leaf.Id))
            {
                problem.Omit(config, PairResult.AnswerNotStated);
            }
            else if (seen.Add(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(row.Completion.Content)))))
            {
                yield return row;
            }
            else
            {
                problem.Omit(config, PairResult.EqualTexts);
            }
        }
    }

    private static string? Refusal(DerivedProblem problem, JudgedTree judged, ReasoningStep leaf) =>
        leaf.Terminal != TerminalKind.Answer ? LabelRefusal.NoAnswer
        : judged.AnswerOf(leaf.Id) == Verdict.Unknown ? LabelRefusal.AnswerUndecided
        : problem.Derivations.Texts.IsForged(judged.Tree, leaf.Id) ? PairResult.ForgedMarker
        : null;

    private static AnsweredRow Create(DerivedProblem problem, JudgedTree judged, ReasoningStep leaf)
    {
        var tree = judged.Tree;
        var path = tree.PathTo(leaf.Id);
        return new AnsweredRow
        {
            Prompt = problem.Prompt,
            Completion = new ChatMessage(ChatMessage.Assistant, problem.Derivations.Texts.Response(tree, leaf)),
            IsCorrect = judged.AnswerOf(leaf.Id) == Verdict.Correct,
            Id = RowId.Create(tree.Problem.Id, tree.Id, leaf.Id.ToString(CultureInfo.InvariantCulture), Version),
            Origin = problem.Origin,
            LeafId = leaf.Id,
            Answer = leaf.Answer!,
            Draws = leaf.Draws,
            StepCount = path.Count,
            TokenCount = path.Sum(step => step.TokenIds.Count),
            Perplexity = (float?)PathPerplexity.Of(path),
            StepScores = [.. path.Select(step => step.Reward)],
        };
    }
}
