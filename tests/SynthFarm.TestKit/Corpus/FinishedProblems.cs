using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.TestKit.Corpus;

/// <summary>Finished problems with small trees. Different numbers are different problems; the same number gives an equal one.</summary>
public static class FinishedProblems
{
    public static CorpusLineage Lineage { get; } = new()
    {
        RunId = "run-1",
        ConfigHash = "c0ffee",
        Seed = 42,
        PolicyModel = "test-policy@0123",
        RewardModel = "test-prm@4567",
        Search = "beam",
    };

    /// <summary>Accepted, with a wrong branch that a long thought can try first.</summary>
    public static FinishedProblem Accepted(int number, string? split = null, string? level = null) => Create(
        number, split, level, ProblemOutcome.Accepted, $"""
        start with {number - 1} | 0.9
          {number - 1} + 1 = {number + 5} | 0.4 | !{number - 1} + 1 is {number}, not {number + 5}
            Answer: {number + 5} | 0.2 | !wrong
          {number - 1} + 1 = {number} | 0.8
            Answer: {number} | 0.95
        """);

    /// <summary>Ended without a correct answer.</summary>
    public static FinishedProblem Exhausted(int number, string? split = null, string? level = null) => Create(
        number, split, level, ProblemOutcome.Exhausted, $"""
        start with {number} | 0.3
          Answer: {number + 1} | 0.1 | !wrong
        """);

    /// <summary>Ended by an error before a tree was begun.</summary>
    public static FinishedProblem Failed(int number) => new()
    {
        Problem = Problem(number, null, null),
        Outcome = ProblemOutcome.Failed,
        Reason = "The model did not answer.",
        Verifier = "text/1",
    };

    /// <summary>A mixture: of ten, seven accepted, two exhausted, one failed.</summary>
    public static IReadOnlyList<FinishedProblem> Mixture(int count) => [.. Enumerable.Range(1, count).Select(n => (n % 10) switch
    {
        0 => Failed(n),
        3 or 6 => Exhausted(n),
        _ => Accepted(n),
    })];

    private static FinishedProblem Create(int number, string? split, string? level, ProblemOutcome outcome, string steps)
    {
        var problem = Problem(number, split, level);
        var parsed = Trees.Parse(steps, problem);
        var tree = TreeText.Prefix(parsed, parsed.Count, ReasoningTreeId.Create(problem.ContentHash, Lineage.ConfigHash, 0, 0));
        return new FinishedProblem
        {
            Problem = problem,
            Tree = tree,
            Outcome = outcome,
            SearchEnd = outcome == ProblemOutcome.Accepted ? SearchEnd.Complete : SearchEnd.TokenBudget,
            Verifier = "text/1",
        };
    }

    private static Problem Problem(int number, string? split, string? level) => Core.Problems.Problem.Create(new ProblemFields
    {
        Id = $"p-{number}",
        Statement = $"What is {number - 1} + 1?",
        Answer = $"{number}",
        Source = "test-set",
        Split = split,
        Level = level,
    });
}
