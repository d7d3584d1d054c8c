using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
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

    /// <summary>
    /// An accepted countdown problem, whose steps its family judges: two ways to a correct answer, a slip that ends wrong, and a dead end.
    /// </summary>
    /// <param name="number">1 to 40; different numbers are different problems.</param>
    /// <param name="split">The problem's split.</param>
    public static FinishedProblem Countdown(int number, string? split = null)
    {
        var (a, target) = (number + 10, number + 15);
        var task = new CountdownTask([a, 2, 3], target);
        var fields = new ProblemFields { Id = $"c-{number}", Statement = task.Statement, Answer = $"{target}", Kind = "countdown", Meta = task.ToMeta(), Split = split };
        return Create(Core.Problems.Problem.Create(fields), ProblemOutcome.Accepted, "countdown/1", $"""
            {a} + 2 = {a + 2}; left: {a + 2}, 3 | 0.7 | lp -0.25
              {a + 2} + 3 = {target}; left: {target} | 0.8 | lp -0.5
                Answer: ({a} + 2) + 3 | 0.9 | lp -1 | x2
              {a + 2} + 3 = {target + 1}; left: {target + 1} | 0.6 | lp -0.75
                Answer: ({a} + 2) * 3 | 0.2 | lp -0.5 | !the expression makes {(a + 2) * 3}, not {target}
              {a + 2} - 3 = {a - 1}; left: {a - 1} | 0.1 | lp -2
            2 + 3 = 5; left: 5, {a} | 0.5 | lp -1
              5 + {a} = {target}; left: {target} | 0.6 | lp -0.1
                Answer: (2 + 3) + {a} | 0.7 | lp -0.2
            """);
    }

    /// <summary>A mixture: of ten, seven accepted, two exhausted, one failed.</summary>
    public static IReadOnlyList<FinishedProblem> Mixture(int count) => [.. Enumerable.Range(1, count).Select(n => (n % 10) switch
    {
        0 => Failed(n),
        3 or 6 => Exhausted(n),
        _ => Accepted(n),
    })];

    private static FinishedProblem Create(int number, string? split, string? level, ProblemOutcome outcome, string steps)
        => Create(Problem(number, split, level), outcome, "text/1", steps);

    private static FinishedProblem Create(Problem problem, ProblemOutcome outcome, string verifier, string steps)
    {
        var parsed = Trees.Parse(steps, problem);
        var tree = TreeText.Prefix(parsed, parsed.Count, ReasoningTreeId.Create(problem.ContentHash, Lineage.ConfigHash, 0, 0));
        return new FinishedProblem
        {
            Problem = problem,
            Tree = tree,
            Outcome = outcome,
            SearchEnd = outcome == ProblemOutcome.Accepted ? SearchEnd.Complete : SearchEnd.TokenBudget,
            Verifier = verifier,
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
