using SynthFarm.Core.Models;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Core.Tests.Search;

public class StepExpanderTests
{
    [Fact]
    public async Task A_tree_hands_out_the_same_steps_again_when_a_call_gave_few_and_the_next_gave_none()
    {
        var problem = Some.Problem();
        var tree = new ReasoningTree(ReasoningTreeId.Create(problem.ContentHash, "test", 0, 0), problem);
        var grown = await GrowAsync(tree);
        Assert.Equal(["1,2", "", "", "3,4"], grown);
        Assert.Equal(grown, await GrowAsync(tree));
    }

    /// <summary>Asks the root for more than it gets, one of its steps for what it does not get, the root again, and the other step.</summary>
    private static async Task<List<string>> GrowAsync(ReasoningTree tree)
    {
        var expander = new StepExpander(tree, new SearchContext
        {
            Policy = new Uneven(),
            Reward = ScriptedRewardModel.ByText(),
            Answers = new StatedAnswerChecker(),
            Budget = new SearchBudget(),
            Sampling = new SamplingOptions(),
            Seed = new(1),
        });
        var handedOut = new List<string>();
        foreach (var (id, samples) in new[] { (0, 4), (1, 2), (0, 4), (2, 2) })
        {
            var expansion = await expander.ExpandAsync([tree[id]], _ => samples, TestContext.Current.CancellationToken);
            handedOut.Add(string.Join(',', expansion.Steps.Select(step => step.Id)));
        }

        return handedOut;
    }

    /// <summary>Two steps below the root whatever is asked, none below the first of them, two below the second.</summary>
    private sealed class Uneven : IPolicyModel
    {
        public string Identity => "uneven@000000000000";

        public Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken)
        {
            var count = request.Path.Count > 0 && request.Path[^1].Text.StartsWith('0') ? 0 : 2;
            return Task.FromResult<IReadOnlyList<StepCandidate>>([.. Enumerable.Range(0, count).Select(i =>
                new StepCandidate($"{i} of {request.Path.Count} {request.Seeds[0].Value}\n", [i], -1, StepFinish.Delimiter))]);
        }
    }
}
