using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Dvts;

namespace SynthFarm.Core.Tests.Search;

public class DvtsExampleTests
{
    [Fact]
    public async Task First_steps_are_dealt_out_and_each_subtree_follows_its_best()
    {
        var next = new Dictionary<string, string[]>
        {
            [""] = ["a", "b", "c", "d"],
            ["a"] = ["a1", "a2"],
            ["d"] = ["Answer: 7", "Answer: 8"],
            ["a1"] = ["Answer: 1", "Answer: 2"],
        };
        var scores = new Dictionary<string, float>
        {
            ["a"] = 0.9f,
            ["b"] = 0.2f,
            ["c"] = 0.8f,
            ["d"] = 0.3f,
            ["a1"] = 0.6f,
            ["Answer: 8"] = 0.7f,
            ["Answer: 2"] = 0.9f,
        };

        // Subtree 1 is dealt a and c, subtree 2 b and d: c loses to a although it beats d.
        var (tree, end) = await Drawn.GrowAsync(new DvtsSearch(new DvtsOptions { Subtrees = 2, SamplesPerStep = 2 }), next, scores);
        Assert.Equal(SearchEnd.Complete, end);
        Assert.Equal(["a", "b", "c", "d", "a1", "a2", "Answer: 7", "Answer: 8", "Answer: 1", "Answer: 2"], tree.Texts());
        Assert.Equal(["b", "c", "a2"], tree.Steps.Where(step => tree.Statistics(step.Id).Pruned).Select(step => step.Text.TrimEnd('\n')));
    }

    [Fact]
    public async Task Subtrees_are_as_many_as_there_are_different_first_steps()
    {
        var next = new Dictionary<string, string[]> { [""] = ["a"], ["a"] = ["Answer: 7"] };
        var (tree, _) = await Drawn.GrowAsync(new DvtsSearch(new DvtsOptions { Subtrees = 2, SamplesPerStep = 2 }), next, []);
        Assert.Equal([4, 2], tree.Steps.Skip(1).Select(step => step.Draws));
    }
}
