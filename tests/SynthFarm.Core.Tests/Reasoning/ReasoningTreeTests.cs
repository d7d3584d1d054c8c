using SynthFarm.Core.Reasoning;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Core.Tests.Reasoning;

public class ReasoningTreeTests
{
    private static readonly StepDraft Draft = new() { Text = "a\n", TokenIds = [1, 2] };

    [Fact]
    public void Append_derives_id_depth_and_sibling_index_from_the_parent()
    {
        var tree = Trees.Parse("a\n  b\n  c\nd");
        Assert.Equal([(0, -1, 0, 0), (1, 0, 1, 0), (2, 1, 2, 0), (3, 1, 2, 1), (4, 0, 1, 1)],
            tree.Steps.Select(s => (s.Id, s.ParentId, s.Depth, s.SiblingIndex)));
        Assert.Equal(["a\n", "c\n"], tree.PathTo(3).Select(s => s.Text));
    }

    [Fact]
    public void Append_below_a_terminal_step_is_refused()
    {
        var tree = Trees.Parse("Answer: 2");
        var error = Assert.Throws<InvalidOperationException>(() => tree.Append(1, Draft));
        Assert.Contains("terminal", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GeneratedTokens_counts_every_draw()
    {
        var tree = Trees.Parse("a");
        tree.Append(0, Draft with { Draws = 3 });
        Assert.Equal(3 + 2 * 3, tree.GeneratedTokens);
    }

    [Fact]
    public void AddMonteCarlo_accumulates()
    {
        var tree = Trees.Parse("a");
        tree.AddMonteCarlo(1, 1, 4);
        tree.AddMonteCarlo(1, 2, 4);
        Assert.Equal((3, 8), (tree[1].MonteCarloCorrect, tree[1].MonteCarloTotal));
    }
}
