using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Rewards;
using SynthFarm.Core.Rewards.Quality;

namespace SynthFarm.Farm.Evaluation;

/// <summary>Collects step scores over groups and turns them into a table.</summary>
internal sealed class RewardMeasurement
{
    private readonly List<ScoredStep> _oracle = [], _oracleElsewhere = [], _monteCarlo = [], _monteCarloElsewhere = [];

    /// <summary>Adds trees of independent rollouts.</summary>
    /// <param name="trees">Those that are judged.</param>
    /// <param name="elsewhere">Those the thresholds come from.</param>
    public void Add(IReadOnlyList<ReasoningTree> trees, IReadOnlyList<ReasoningTree> elsewhere)
    {
        AddTo(_oracle, _monteCarlo, trees);
        AddTo(_oracleElsewhere, _monteCarloElsewhere, elsewhere);
    }

    public IReadOnlyList<RewardResult> Results() =>
    [
        .. Rows("oracle", _oracle, _oracleElsewhere),
        .. Rows("Monte-Carlo", _monteCarlo, _monteCarloElsewhere),
    ];

    private static void AddTo(List<ScoredStep> oracle, List<ScoredStep> monteCarlo, IReadOnlyList<ReasoningTree> trees)
    {
        foreach (var tree in trees)
        {
            oracle.AddRange(OracleSteps.Read(tree, ProblemFamilies.Find(tree.Problem.Kind)!.Steps));
            MonteCarloEstimates.AddFromRollouts(tree);
            monteCarlo.AddRange(tree.Steps
                .Where(step => step is { IsRoot: false, Reward: not null, MonteCarloTotal: > 0 })
                .Select(step => new ScoredStep(step.Reward!.Value, step.MonteCarloCorrect > 0, step.Terminal == TerminalKind.Answer)));
        }
    }

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
