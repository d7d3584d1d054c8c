using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Beam;
using SynthFarm.Core.Search.BestOfN;
using SynthFarm.Core.Search.Selection;

namespace SynthFarm.Farm.Evaluation;

/// <summary>
/// Measures a policy and a reward model on held-out problems: greedy, majority and best of n samples, beam search, each with its tokens; and
/// the reward model's step scores against the oracle and against Monte-Carlo labels. The same seed gives the same figures.
/// </summary>
public sealed class ModelEvaluation(IPolicyModel policy, IProcessRewardModel reward, EvaluationOptions options)
{
    private readonly TreeGrowth _growth = new(policy, reward, options.Concurrency);

    public async Task<EvaluationReport> RunAsync(Action<string>? progress, CancellationToken cancellationToken)
    {
        var groups = new List<GroupResult>();
        var measured = new RewardMeasurement();
        foreach (var group in options.Groups)
        {
            progress?.Invoke(group.Name);
            var problems = Draw(group, SeedPurpose.Problems);
            var greedy = await GrowAsync(problems, new BestOfNSearch(new BestOfNOptions { Samples = 1 }), SamplingOptions.Greedy, cancellationToken).ConfigureAwait(false);
            var samples = await GrowAsync(problems, new BestOfNSearch(new BestOfNOptions { Samples = options.Samples }), Sampling, cancellationToken).ConfigureAwait(false);
            var beams = await GrowAsync(problems, new BeamSearch(new BeamSearchOptions { Width = options.BeamWidth, SamplesPerStep = options.BeamWidth }), Sampling, cancellationToken).ConfigureAwait(false);
            groups.Add(new GroupResult(group,
            [
                Method("greedy", greedy, AnswerSelection.Best),
                Method($"majority of {options.Samples}", samples, AnswerSelection.Majority),
                Method($"best of {options.Samples}", samples, AnswerSelection.Best),
                Method($"any of {options.Samples}", samples, tree => tree.CorrectLeaves().FirstOrDefault()),
                Method($"beam {options.BeamWidth}x{options.BeamWidth}", beams, AnswerSelection.Best),
                Method($"beam {options.BeamWidth}x{options.BeamWidth}, any leaf", beams, tree => tree.CorrectLeaves().FirstOrDefault()),
            ]));

            // Thresholds come from problems of their own.
            var others = Draw(group, SeedPurpose.Training);
            measured.Add(samples, await GrowAsync(others, new BestOfNSearch(new BestOfNOptions { Samples = options.Samples }), Sampling, cancellationToken).ConfigureAwait(false));
        }

        return new EvaluationReport(policy.Identity, reward.Identity, options, groups, measured.Results());
    }

    private SamplingOptions Sampling => new() { Temperature = options.Temperature };

    private List<Problem> Draw(EvaluationGroup group, string purpose)
    {
        var family = ProblemFamilies.Find(group.Family) ?? throw new ArgumentException($"There is no family \"{group.Family}\".");
        var random = new Seed(options.Seed).Derive(group.Name, purpose).CreateRandom();
        var problems = new Dictionary<string, Problem>();
        while (problems.Count < options.Problems)
        {
            var problem = family.Generate(random, random.Next(group.MinDifficulty, group.MaxDifficulty), FamilySplit.HeldOut);
            problems.TryAdd(problem.Id, problem);
        }

        return [.. problems.Values];
    }

    private Task<IReadOnlyList<ReasoningTree>> GrowAsync(
        IReadOnlyList<Problem> problems, ITreeSearch search, SamplingOptions sampling, CancellationToken cancellationToken) =>
        _growth.GrowAsync(problems, _ => search, sampling, new Seed(options.Seed), tree => tree, cancellationToken);

    private static MethodResult Method(string name, IReadOnlyList<ReasoningTree> trees, Func<ReasoningTree, ReasoningStep?> select) => new(
        name,
        new Proportion(trees.Count(tree => select(tree) is { IsCorrectLeaf: true }), trees.Count),
        trees.Average(tree => tree.GeneratedTokens));
}
