using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Benchmarks.LiveStore;

/// <summary>Finished problems of the size that the shipped models' have: 13 steps of 31 tokens, all accepted.</summary>
internal static class SyntheticProblems
{
    private const int Steps = 13;
    private const int Tokens = 31;

    public static CorpusLineage Lineage { get; } = new()
    {
        RunId = "synthetic", ConfigHash = "synthetic", Seed = 1, PolicyModel = "none@0", RewardModel = "none@0", Search = "beam",
    };

    /// <param name="number">Equal numbers give equal problems.</param>
    public static FinishedProblem Create(int number)
    {
        var random = new Seed((ulong)number).CreateRandom();
        var problem = Problem.Create(new ProblemFields
        {
            Id = $"{random.NextUInt64():x16}", Statement = $"What is {number} + {random.Next(1000)}?", Answer = $"{number}", Source = "synthetic", Level = $"{number % 5}",
        });
        var tree = new ReasoningTree(ReasoningTreeId.Create(problem.ContentHash, Lineage.ConfigHash, 0, 0), problem);
        for (var step = 1; step < Steps; step++)
        {
            tree.Append(random.Next(tree.Count), Draft(random, $"{random.Next(90)} + {random.Next(90)} = {random.Next(180)}; left: {random.Next(50)}, {random.Next(50)}, {random.Next(50)}\n"));
        }

        tree.Append(tree.Count - 1, Draft(random, $"Answer: {number}") with
        {
            Terminal = TerminalKind.Answer, Answer = $"{number}", AnswerVerdict = new AnswerVerdict(Verdict.Correct, "equal", "text", $"{number}"),
        });
        return new FinishedProblem { Problem = problem, Tree = tree, Outcome = ProblemOutcome.Accepted, SearchEnd = SearchEnd.Complete, Verifier = "text/2" };
    }

    private static StepDraft Draft(StableRandom random, string text) => new()
    {
        Text = text, TokenIds = [.. Enumerable.Range(0, Tokens).Select(_ => random.Next(800))], MeanLogProb = -(float)random.NextDouble(), Reward = (float)random.NextDouble(), Producer = "none@0",
    };
}
