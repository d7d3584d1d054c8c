using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Corpus.Rows;

namespace SynthFarm.Farm.Evaluation;

/// <summary>Grows the trees of problems to be measured, many at a time; nothing of it is stored.</summary>
/// <param name="concurrency">Problems worked on at a time; does not change the result.</param>
internal sealed class TreeGrowth(IPolicyModel policy, IProcessRewardModel reward, int concurrency)
{
    // Searches are measured by what they spend: these only end what has no end. A step of a served model may be a paragraph.
    private static readonly SearchBudget Budget = new() { MaxTokens = long.MaxValue, MaxSteps = int.MaxValue, MaxDepth = 64, MaxStepTokens = 1024 };

    /// <summary>Grows one tree per problem and keeps what is read from each.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="searchOf">The search of the problem at a place.</param>
    /// <param name="read">What is kept of a finished tree; called concurrently.</param>
    /// <returns>What was read, in the order of the problems.</returns>
    /// <exception cref="ModelException">A model failed.</exception>
    public async Task<IReadOnlyList<T>> GrowAsync<T>(
        IReadOnlyList<Problem> problems, Func<int, ITreeSearch> searchOf, SamplingOptions sampling, Seed seed, Func<ReasoningTree, T> read, CancellationToken cancellationToken)
    {
        var results = new T[problems.Count];
        await Parallel.ForAsync(0, problems.Count, new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (i, cancel) =>
            {
                var search = searchOf(i);
                var tree = new ReasoningTree(ReasoningTreeId.Create(problems[i].ContentHash, search.Name, 0, 0), problems[i]);
                await search.GrowAsync(tree, new SearchContext
                {
                    Policy = policy,
                    Reward = reward,
                    Answers = ProblemJudges.BuiltIn.Answers(problems[i]),
                    Steps = ProblemJudges.BuiltIn.Steps(problems[i]),
                    Budget = Budget,
                    Sampling = sampling,
                    Seed = seed,
                }, cancel).ConfigureAwait(false);
                results[i] = read(tree);
            }).ConfigureAwait(false);
        return results;
    }
}
