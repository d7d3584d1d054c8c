using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Rewards;
using SynthFarm.Core.Search;
using SynthFarm.Core.Search.BestOfN;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>
/// Draws the rollouts a reward model learns from: problems of the training split, independent samples of the policy in one tree each, and at
/// every step the share of them that ended well (Math-Shepherd, soft estimation).
/// </summary>
public sealed class Rollouts(IPolicyModel policy, RolloutOptions options)
{
    /// <summary>The trees, in order of the problems, whatever the concurrency.</summary>
    /// <param name="progress">Called with the number of trees grown.</param>
    /// <param name="cancellationToken">Stops between trees.</param>
    public async IAsyncEnumerable<ReasoningTree> GrowAsync(
        Action<int>? progress, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new Queue<Task<ReasoningTree>>();
        var grown = 0;
        foreach (var problem in Problems())
        {
            if (running.Count >= options.Concurrency)
            {
                yield return await running.Dequeue().ConfigureAwait(false);
                progress?.Invoke(++grown);
            }

            running.Enqueue(GrowAsync(problem, cancellationToken));
        }

        while (running.TryDequeue(out var next))
        {
            yield return await next.ConfigureAwait(false);
            progress?.Invoke(++grown);
        }
    }

    private IEnumerable<Problem> Problems()
    {
        var random = new Seed(options.Seed).Derive("", SeedPurpose.Problems).CreateRandom();
        var seen = new HashSet<string>();
        var total = options.Parts.Sum(part => part.Weight);
        while (seen.Count < options.Problems)
        {
            var at = random.NextDouble() * total;
            var part = options.Parts.FirstOrDefault(part => (at -= part.Weight) < 0) ?? options.Parts[^1];
            var problem = ProblemFamilies.Find(part.Family)!.Generate(random, random.Next(part.MinDifficulty, part.MaxDifficulty), FamilySplit.Train);
            if (seen.Add(problem.Id))
            {
                yield return problem;
            }
        }
    }

    private async Task<ReasoningTree> GrowAsync(Problem problem, CancellationToken cancellationToken)
    {
        var family = ProblemFamilies.Find(problem.Kind!)!;
        var tree = new ReasoningTree(ReasoningTreeId.Create(problem.ContentHash, "rollouts", 0, 0), problem);
        await new BestOfNSearch(new BestOfNOptions { Samples = options.Samples }).GrowAsync(tree, new SearchContext
        {
            Policy = policy,
            Reward = new UniformRewardModel(),
            Answers = family.Answers,
            Budget = new SearchBudget { MaxTokens = long.MaxValue, MaxSteps = int.MaxValue, MaxDepth = 40 },
            Sampling = new SamplingOptions { Temperature = options.Temperature },
            Seed = new Seed(options.Seed),
        }, cancellationToken).ConfigureAwait(false);
        MonteCarloEstimates.AddFromRollouts(tree);
        return tree;
    }
}
