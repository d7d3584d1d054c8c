using System.Globalization;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.TestKit.Reasoning;

/// <summary>Makes reasoning trees from text, for tests.</summary>
public static class Trees
{
    /// <summary>
    /// Reads one step a line, two spaces of indent per depth: <c>text | reward | !what is wrong</c>, the last two optional. A line that
    /// begins with <c>Answer: </c> is terminal: correct unless something is wrong with it. Further parts in any order: <c>+</c> a critic found
    /// the step right, <c>?</c> its answer was not decided, <c>x3</c> drawn three times, <c>lp -0.5</c> its mean log-probability, <c>mc 2/8</c>
    /// its Monte-Carlo counts.
    /// </summary>
    public static ReasoningTree Parse(string text, Problem? problem = null)
    {
        var tree = new ReasoningTree("tree-1", problem ?? SomeProblem());
        var path = new List<int> { 0 };
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Trim().Length > 0))
        {
            var depth = line.TakeWhile(c => c == ' ').Count() / 2;
            var parts = line.Trim().Split(" | ");
            var wrong = parts.FirstOrDefault(part => part.StartsWith('!'))?[1..];
            var isRight = parts.Contains("+");
            var isAnswer = parts[0].StartsWith("Answer: ", StringComparison.Ordinal);
            var step = tree.Append(path[depth], new StepDraft
            {
                Text = isAnswer ? parts[0] : parts[0] + "\n",
                TokenIds = [1, 2, 3],
                Draws = int.Parse(Part(parts, "x") ?? "1", CultureInfo.InvariantCulture),
                MeanLogProb = float.Parse(Part(parts, "lp ") ?? "0", CultureInfo.InvariantCulture),
                Reward = parts.Length > 1 && float.TryParse(parts[1], CultureInfo.InvariantCulture, out var reward) ? reward : 0.5f,
                Verdict = wrong is not null ? Verdict.Wrong : isRight ? Verdict.Correct : Verdict.Unknown,
                Critique = wrong,
                CritiqueSource = wrong is null ? null : "test-critic",
                Terminal = isAnswer ? TerminalKind.Answer : TerminalKind.None,
                Answer = isAnswer ? parts[0]["Answer: ".Length..] : null,
                AnswerVerdict = !isAnswer || parts.Contains("?") ? default : new AnswerVerdict(wrong is null ? Verdict.Correct : Verdict.Wrong, wrong ?? "", "test"),
                Producer = "test-policy",
            });
            if (Part(parts, "mc ")?.Split('/') is [var correct, var total])
            {
                tree.AddMonteCarlo(step.Id, int.Parse(correct, CultureInfo.InvariantCulture), int.Parse(total, CultureInfo.InvariantCulture));
            }

            path.RemoveRange(depth + 1, path.Count - depth - 1);
            path.Add(step.Id);
        }

        return tree;
    }

    private static string? Part(string[] parts, string opening)
        => parts.Skip(1).FirstOrDefault(part => part.StartsWith(opening, StringComparison.Ordinal))?[opening.Length..];

    private static Problem SomeProblem() => Problem.Create(new ProblemFields { Id = "p-1", Statement = "Compute 1 + 1.", Answer = "2" });
}
