using SynthFarm.Core.Search;
using SynthFarm.Core.Search.Beam;

namespace SynthFarm.Core.Tests.Search;

public class BeamExampleTests
{
    private static readonly Dictionary<string, string[]> _next = new()
    {
        [""] = ["a", "b", "c", "d"],
        ["a"] = ["Answer: 1"],
        ["b"] = ["Answer: 2"],
        ["c"] = ["Answer: 3"],
        ["d"] = ["Answer: 7"],
    };

    private static readonly Dictionary<string, float> _scores = new() { ["a"] = 0.9f, ["b"] = 0.6f, ["c"] = 0.4f, ["d"] = 0.7f, ["Answer: 7"] = 0.8f, ["Answer: 1"] = 0.2f };

    [Fact]
    public async Task Best_fills_the_beam_whatever_the_scores()
    {
        var (tree, end) = await Drawn.GrowAsync(Beam(BeamKeep.Best, 4), _next, _scores);
        Assert.Equal(SearchEnd.Complete, end);
        Assert.Equal(["a", "b", "c", "d", "Answer: 1", "Answer: 7", "Answer: 2", "Answer: 3"], tree.Texts());
    }

    [Fact]
    public async Task Judged_correct_takes_at_most_so_many_and_none_below_the_threshold()
    {
        var (wide, _) = await Drawn.GrowAsync(Beam(BeamKeep.JudgedCorrect, 4), _next, _scores);
        Assert.Equal(["a", "b", "c", "d", "Answer: 1", "Answer: 7", "Answer: 2"], wide.Texts());
        var (narrow, end) = await Drawn.GrowAsync(Beam(BeamKeep.JudgedCorrect, 1, 4), _next, _scores);
        Assert.Equal(["a", "b", "c", "d", "Answer: 1"], narrow.Texts());
        Assert.Equal(SearchEnd.NoFrontier, end);
    }

    private static BeamSearch Beam(BeamKeep keep, int width, int rootSamples = 4) =>
        new(new BeamSearchOptions { Width = width, SamplesPerStep = 1, RootSamples = rootSamples, Keep = keep });
}
