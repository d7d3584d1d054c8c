using SynthFarm.Core.Search;
using SynthFarm.Core.Search.MctsG;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Core.Tests.Search;

public class MctsGExampleTests
{
    [Fact]
    public void Value_mixes_rewards_and_agreement_of_the_ends_below()
    {
        var tree = Trees.Parse("a | 0.9\n  Answer: 3 | 0.8 | x2\n  Answer: 4 | 0.4\nb | 0.3\n  Answer: 3 | 0.5");
        var root = new GlobalNode(tree.Root, null);
        var a = new GlobalNode(tree[1], root);
        var b = new GlobalNode(tree[4], root);
        Assert.Equal(0.9, MctsGRules.Value(a, root, 0.25), 6);
        new GlobalNode(tree[2], a).AddEnd(tree[2]);
        new GlobalNode(tree[3], a).AddEnd(tree[3]);
        new GlobalNode(tree[5], b).AddEnd(tree[5]);

        // Of four ends three say 3. Below a: rewards 0.8, 0.8, 0.4; agreements 3/4, 3/4, 1/4.
        Assert.Equal(((0.75 * 2.0) + (0.25 * 1.75)) / 3, MctsGRules.Value(a, root, 0.25), 6);
        Assert.Equal((0.75 * 0.5) + (0.25 * 0.75), MctsGRules.Value(b, root, 0.25), 6);
        Assert.Equal(MctsGRules.Value(b, root, 0.25) + (0.5 * Math.Sqrt(Math.Log(5) / 2)), MctsGRules.Score(b, root, new MctsGOptions()), 6);
    }

    [Fact]
    public async Task The_best_of_all_leaves_is_expanded_wherever_it_is()
    {
        var next = new Dictionary<string, string[]>
        {
            [""] = ["a", "b", "c"],
            ["a"] = ["a1", "a2", "a3"],
            ["b"] = ["Answer: 7"],
            ["a1"] = ["Answer: 1"],
        };
        var scores = new Dictionary<string, float> { ["a"] = 0.9f, ["b"] = 0.6f, ["c"] = 0.1f, ["a1"] = 0.5f, ["a2"] = 0.4f, ["a3"] = 0.3f };
        var options = new MctsGOptions { PreExpansion = 3, Branch = 3, Rollouts = 0, Iterations = 2 };
        var (tree, end) = await Drawn.GrowAsync(new MctsGSearch(options), next, scores);
        Assert.Equal(SearchEnd.Complete, end);
        Assert.Equal(["a", "b", "c", "a1", "a2", "a3", "Answer: 7"], tree.Texts());
    }

    [Fact]
    public async Task A_step_with_a_false_equation_is_not_extended()
    {
        var next = new Dictionary<string, string[]> { [""] = ["2 + 2 = 5", "2 + 2 = 4"], ["2 + 2 = 4"] = ["Answer: 7"], ["2 + 2 = 5"] = ["Answer: 8"] };
        var options = new MctsGOptions { PreExpansion = 2, Branch = 1, Rollouts = 1 };
        var scores = new Dictionary<string, float> { ["2 + 2 = 5"] = 0.9f };
        var (tree, _) = await Drawn.GrowAsync(new MctsGSearch(options), next, scores);
        Assert.Equal(["2 + 2 = 5", "2 + 2 = 4", "Answer: 7", "Answer: 7"], tree.Texts());
        Assert.True(tree.Statistics(1).Pruned);
        var (unchecked_, _) = await Drawn.GrowAsync(new MctsGSearch(options with { Calculator = false }), next, scores);
        Assert.Contains("Answer: 8", unchecked_.Texts());
    }
}
