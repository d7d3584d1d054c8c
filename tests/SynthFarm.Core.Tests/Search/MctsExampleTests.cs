using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Mcts;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Core.Tests.Search;

public class MctsExampleTests
{
    private static readonly Dictionary<string, string[]> _next = new()
    {
        [""] = ["a", "b"],
        ["a"] = ["a1", "a2"],
        ["b"] = ["b1", "b2"],
        ["a1"] = ["Answer: 1", "Answer: 7"],
        ["a2"] = ["Answer: 2"],
        ["b1"] = ["Answer: 3"],
        ["b2"] = ["Answer: 4"],
    };

    private static readonly Dictionary<string, float> _scores = new()
    {
        ["a"] = 0.5f,
        ["b"] = 0.25f,
        ["a1"] = 0.125f,
        ["a2"] = 0.0625f,
        ["b1"] = 0.75f,
        ["b2"] = 0.375f,
    };

    [Fact]
    public async Task Values_go_up_as_means_of_children_by_visits()
    {
        var options = new MctsOptions { Branch = 2, Iterations = 3, Rollout = MctsRollout.None, EndValue = 0 };
        var (tree, end) = await Drawn.GrowAsync(new MctsSearch(options), _next, _scores);

        // 1: the root gets a and b, a (0.5) is visited. 2: b unvisited scores 0.25 + 1, a 0.5 + 0.7 sqrt(2 ln 1 / 1): b gets b1 and b2, b1 is
        // visited, b becomes 0.75, the root (0.5 + 0.75) / 2. 3: a 0.5, b 0.75 and both + 0.7 sqrt(2 ln 2 / 1): b again, where b1 has
        // 0.75 + 0.7 sqrt(2 ln 1 / 1) and b2 0.375 + 1: b2 is expanded and its answer (0.5) visited.
        Assert.Equal(SearchEnd.Complete, end);
        Assert.Equal(["a", "b", "b1", "b2", "Answer: 4"], tree.Texts());
        Assert.Equal((1, 0.5), Seen(tree, "a"));
        Assert.Equal((1, 0.75), Seen(tree, "b1"));
        Assert.Equal((1, 0.5), Seen(tree, "b2"));
        Assert.Equal((2, (0.75 + 0.5) / 2), Seen(tree, "b"));
        Assert.Equal((3, (0.5 + (2 * 0.625)) / 3), Seen(tree, ""));
    }

    [Fact]
    public async Task A_rollout_is_mixed_into_the_value_and_its_steps_are_children_later()
    {
        var options = new MctsOptions { Branch = 2, Iterations = 1, Rollout = MctsRollout.Forward, RolloutSteps = 1, RolloutWeight = 0.25, EndValue = 0 };
        var (tree, _) = await Drawn.GrowAsync(new MctsSearch(options), _next, _scores);
        Assert.Equal(["a", "b", "a1"], tree.Texts());
        Assert.Equal((1, (0.75 * 0.5) + (0.25 * 0.125)), Seen(tree, "a"));

        var (grown, _) = await Drawn.GrowAsync(new MctsSearch(options with { Iterations = 3, UnvisitedBonus = 0, Exploration = 0 }), _next, _scores);
        Assert.Equal(["a", "b", "a1", "a2", "Answer: 1"], grown.Texts().Take(5));
        Assert.Equal(2, grown.Children(grown.Step("a").Id).Count);
    }

    [Fact]
    public async Task A_rollout_to_the_end_counts_what_its_end_is_worth()
    {
        var options = new MctsOptions
        {
            Branch = 2, Iterations = 1, Rollout = MctsRollout.ToEnd, RolloutWeight = 1, LeafValue = LeafValue.Checker, EndValue = 0,
        };
        var next = new Dictionary<string, string[]>(_next) { ["a1"] = ["Answer: 7"] };
        var (right, _) = await Drawn.GrowAsync(new MctsSearch(options), next, _scores);
        Assert.Equal((1, 1.0), Seen(right, "a"));
        var (wrong, _) = await Drawn.GrowAsync(new MctsSearch(options), _next, _scores);
        Assert.Equal((1, 0.0), Seen(wrong, "a"));
    }

    [Fact]
    public async Task A_good_answer_ends_the_search()
    {
        var next = new Dictionary<string, string[]> { [""] = ["a", "Answer: 7"], ["a"] = ["Answer: 1"] };
        var options = new MctsOptions { Branch = 2, Rollout = MctsRollout.None };
        var (tree, end) = await Drawn.GrowAsync(new MctsSearch(options), next, new() { ["Answer: 7"] = 0.95f, ["a"] = 0.1f });
        Assert.Equal(SearchEnd.Complete, end);
        Assert.Equal(2, tree.Count - 1);
        var (whole, exhausted) = await Drawn.GrowAsync(new MctsSearch(options with { EndValue = 0 }), next, []);
        Assert.Equal((SearchEnd.NoFrontier, 3), (exhausted, whole.Count - 1));
    }

    [Fact]
    public void Formulas_give_what_is_computed_by_hand()
    {
        var tree = Trees.Parse("x | 0.5 | x3 | lp -0.6931472\ny | 0.5 | lp -1.3862944");
        var root = new SearchNode(tree.Root, null) { Visits = 8 };
        var (x, y) = (new SearchNode(tree[1], root) { Visits = 3, Value = 0.5 }, new SearchNode(tree[2], root) { Visits = 0, Value = 0.4 });
        root.Children.AddRange([x, y]);
        var options = new MctsOptions();
        Assert.Equal(1.3241870, MctsRules.Uct(x, root, options), 6);
        Assert.Equal(1.4, MctsRules.Uct(y, root, options), 6);

        // (ln((8 + 19653) / 19652) + 1.25) x prior x sqrt(8) / (1 + 3); of x's and y's probability 3 x 0.5 and 0.25, x has 6/7.
        Assert.Equal(0.5 + ((0.000457862 + 1.25) * (6.0 / 7) * 2.8284271 / 4), MctsRules.Puct(x, root, 6.0 / 7, options), 6);
        Assert.Same(x, MctsRules.Select(root, new MctsOptions { Selection = MctsSelection.Puct }));
        Assert.Same(y, MctsRules.Select(root, options));
        MctsRules.BackUp(y, MctsBackup.Mean);
        Assert.Equal((1, 0.4), (y.Visits, y.Value));
    }

    private static (int Visits, double Value) Seen(ReasoningTree tree, string text)
    {
        var statistics = tree.Statistics(tree.Step(text).Id);
        return (statistics.Visits, statistics.Value);
    }
}
