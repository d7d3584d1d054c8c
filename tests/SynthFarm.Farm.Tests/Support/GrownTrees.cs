using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Beam;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Farm.Tests.Support;

/// <summary>Trees grown by beam search with the scripted models, expansion by expansion.</summary>
internal static class GrownTrees
{
    public static readonly string ConfigHash = new('c', 64);

    public static ReasoningTree Empty(Problem problem) => new(ReasoningTreeId.Create(problem.ContentHash, ConfigHash, 0, 0), problem);

    /// <summary>A complete tree and the sizes (root not counted) after each expansion.</summary>
    public static async Task<(ReasoningTree Tree, IReadOnlyList<IReadOnlyList<ReasoningStep>> Expansions)> GrowAsync(int number)
    {
        var problem = Some.Problem(number);
        var tree = Empty(problem);
        var expansions = new List<IReadOnlyList<ReasoningStep>>();
        await new BeamSearch(new BeamSearchOptions { Width = 2, SamplesPerStep = 3 }).GrowAsync(tree, new SearchContext
        {
            Policy = ScriptedPolicyModel.Wandering(),
            Reward = ScriptedRewardModel.ByText(),
            Answers = new StatedAnswerChecker(),
            Budget = new SearchBudget(),
            Sampling = new SamplingOptions(),
            Seed = new Seed(3),
            ExpandedAsync = (steps, _) =>
            {
                expansions.Add(steps);
                return ValueTask.CompletedTask;
            },
        }, default);
        return (tree, expansions);
    }
}
