using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.TestKit.Corpus;

/// <summary>Trees with everything a tree can hold, text meant to break formats included.</summary>
public static class RandomTrees
{
    private static readonly string[] _hostile =
    [
        "", " ", "\n", "\r\n", "\0", "a\0b", "\u2028", "\uFEFF", "日本語", "😀", "e\u0301", "<|im_end|>", "</think>", "<extra_0>", "Answer: 7", "\"quoted\"",
        "{\"json\":true}", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\u001b[31mred", "ки", "\u202Eright to left", "'; DROP TABLE rows;--", "\uD83D\uDE00\uD83D\uDE00",
    ];

    /// <summary>A tree of 1 to 40 steps.</summary>
    public static ReasoningTree Create(StableRandom random, Problem problem, string id)
    {
        var tree = new ReasoningTree(id, problem);
        for (var count = random.Next(1, 40); count > 0; count--)
        {
            var parent = random.Next(tree.Count);
            if (!tree[parent].IsTerminal)
            {
                tree.Append(parent, Draft(random));
            }
        }

        foreach (var step in tree.Steps.ToList())
        {
            var total = random.Next(4);
            tree.AddMonteCarlo(step.Id, random.Next(total + 1), total);
            var statistics = tree.Statistics(step.Id);
            (statistics.Visits, statistics.Value, statistics.Pruned) = (random.Next(100), random.NextGaussian(), random.Next(2) == 0);
        }

        return tree;
    }

    /// <summary>A problem whose fields hold the same kind of text.</summary>
    public static Problem CreateProblem(StableRandom random, int number) => Problem.Create(new ProblemFields
    {
        Id = random.Next(2) == 0 ? null : $"{number}{Text(random)}",
        Statement = $"{number} {Text(random)}",
        Answer = $"{number}{Text(random)}",
        Kind = Optional(random),
        Source = Optional(random),
        Topic = Optional(random),
        Level = Optional(random),
        Split = Optional(random),
        License = Optional(random),
        Meta = random.Next(2) == 0 ? null : System.Text.Json.JsonDocument.Parse("""{"numbers":[1, 2.50, 1e3],"text":"\u0000é","nested":{"b":null,"a":[]}}""").RootElement,
    });

    /// <summary>One of the texts, or several.</summary>
    public static string Text(StableRandom random)
        => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => _hostile[random.Next(_hostile.Length)]));

    private static StepDraft Draft(StableRandom random) => new()
    {
        Text = Text(random),
        TokenIds = [.. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(1 << 20))],
        Draws = random.Next(1, 5),
        MeanLogProb = (float)-random.NextDouble(),
        Reward = random.Next(3) == 0 ? null : (float)random.NextDouble(),
        Verdict = (Verdict)random.Next(-1, 1),
        Critique = Optional(random),
        CritiqueSource = Optional(random),
        Terminal = (TerminalKind)Math.Max(0, random.Next(12) - 7),
        Answer = Optional(random),
        AnswerVerdict = random.Next(2) == 0 ? default : new AnswerVerdict((Verdict)random.Next(-1, 1), Text(random), "rule", Optional(random)),
        Producer = Text(random),
        Round = random.Next(5),
    };

    private static string? Optional(StableRandom random) => random.Next(2) == 0 ? null : Text(random);
}
