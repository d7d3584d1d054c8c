using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Rewards;
using SynthFarm.Core.Rewards.Quality;

namespace SynthFarm.Farm.Evaluation;

/// <summary>Collects step scores over groups and turns them into a table.</summary>
internal sealed class RewardMeasurement
{
    private static readonly (string Name, Func<ReasoningTree, IEnumerable<ScoredStep>> Read)[] Truths =
    [
        ("oracle", tree => OracleSteps.Read(tree, Checker(tree), untilFirstError: false)),
        ("oracle, up to the first error", tree => OracleSteps.Read(tree, Checker(tree), untilFirstError: true)),
        ("Monte-Carlo", MonteCarlo),
    ];

    private readonly List<ScoredStep>[] _judged = [.. Truths.Select(_ => new List<ScoredStep>())];
    private readonly List<ScoredStep>[] _elsewhere = [.. Truths.Select(_ => new List<ScoredStep>())];

    /// <summary>Adds trees of independent rollouts.</summary>
    /// <param name="trees">Those that are judged.</param>
    /// <param name="elsewhere">Those the thresholds come from.</param>
    public void Add(IReadOnlyList<ReasoningTree> trees, IReadOnlyList<ReasoningTree> elsewhere)
    {
        foreach (var tree in trees.Concat(elsewhere))
        {
            MonteCarloEstimates.AddFromRollouts(tree);
        }

        for (var i = 0; i < Truths.Length; i++)
        {
            _judged[i].AddRange(trees.SelectMany(Truths[i].Read));
            _elsewhere[i].AddRange(elsewhere.SelectMany(Truths[i].Read));
        }
    }

    public IReadOnlyList<RewardResult> Results() =>
        [.. Truths.SelectMany((truth, i) => Rows(truth.Name, _judged[i], _elsewhere[i]))];

    private static IStepChecker Checker(ReasoningTree tree) => ProblemFamilies.Find(tree.Problem.Kind)!.Steps;

    private static IEnumerable<ScoredStep> MonteCarlo(ReasoningTree tree) => tree.Steps
        .Where(step => step is { IsRoot: false, Reward: not null, MonteCarloTotal: > 0 })
        .Select(step => new ScoredStep(step.Reward!.Value, step.MonteCarloCorrect > 0, step.Terminal == TerminalKind.Answer));

    private static IEnumerable<RewardResult> Rows(string truth, IReadOnlyList<ScoredStep> steps, IReadOnlyList<ScoredStep> elsewhere)
    {
        yield return Row("all", truth, steps, elsewhere);
        yield return Row("non-final", truth, [.. steps.Where(s => !s.IsFinal)], [.. elsewhere.Where(s => !s.IsFinal)]);
        yield return Row("final", truth, [.. steps.Where(s => s.IsFinal)], [.. elsewhere.Where(s => s.IsFinal)]);
    }

    private static RewardResult Row(string kind, string truth, IReadOnlyList<ScoredStep> steps, IReadOnlyList<ScoredStep> elsewhere)
    {
        var threshold = RankingQuality.BestThreshold(elsewhere);
        return new RewardResult(kind, truth, steps.Count, steps.Count == 0 ? 0 : (double)steps.Count(s => s.IsRight) / steps.Count,
            RankingQuality.AreaUnderCurve(steps), RankingQuality.F1(steps, threshold), threshold);
    }
}
