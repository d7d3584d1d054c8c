using System.Text;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Corpus.Tests.Selection;

/// <summary>Finished problems of several topics, solved more or less often.</summary>
internal static class SelectionProblems
{
    /// <summary>
    /// A problem whose tree has one correct leaf and <paramref name="wrong"/> wrong ones, so that the pass rate is 1 / (1 + wrong);
    /// <paramref name="tree"/> tells trees of one problem apart.
    /// </summary>
    public static FinishedProblem Solved(int number, string? topic, int wrong, string? split = null, int tree = 0)
    {
        var steps = new StringBuilder();
        for (var i = 1; i <= wrong; i++)
        {
            steps.Append($"guess {number + i} | 0.{i % 10} | !{number} was asked for\n  Answer: {number + i} | 0.1 | !wrong\n");
        }

        steps.Append($"take {number} in topic {topic?.Length} | 0.8\n  Answer: {number} | 0.9\n");
        return WithSteps(number, steps.ToString(), topic, split, tree);
    }

    /// <summary>A problem with the steps of <see cref="TestKit.Reasoning.Trees.Parse"/>.</summary>
    public static FinishedProblem WithSteps(int number, string steps, string? topic = null, string? split = null, int tree = 0)
    {
        var problem = Problem.Create(new ProblemFields { Id = $"p-{number:D3}", Statement = $"What is {number - 1} + 1?", Answer = $"{number}", Topic = topic, Source = "test-set", Split = split });
        var parsed = TestKit.Reasoning.Trees.Parse(steps, problem);
        return new FinishedProblem
        {
            Problem = problem,
            Tree = TreeText.Prefix(parsed, parsed.Count, ReasoningTreeId.Create(problem.ContentHash, FinishedProblems.Lineage.ConfigHash, 0, tree)),
            Outcome = ProblemOutcome.Accepted,
            SearchEnd = SearchEnd.Complete,
            Verifier = "text/1",
        };
    }

    /// <summary>Problems 1 to <paramref name="count"/>: topics a, b and none in turn, every tenth held out, every seventh unsolved.</summary>
    public static IReadOnlyList<FinishedProblem> Mixture(int count) => [.. Enumerable.Range(1, count).Select(n => n % 7 == 0
        ? FinishedProblems.Exhausted(n)
        : Solved(n, (n % 3) switch { 0 => "algebra", 1 => "number theory", _ => null }, n % 4, n % 10 == 0 ? "test" : null))];
}
