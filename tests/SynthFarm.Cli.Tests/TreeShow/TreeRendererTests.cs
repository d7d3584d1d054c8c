using SynthFarm.Cli.Commands.Trees;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Randomness;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Cli.Tests.TreeShow;

public class TreeRendererTests
{
    [Fact]
    public void Render_draws_scores_judgements_and_the_way_of_the_long_thought()
    {
        var tree = Trees.Parse(
            """
            1 + 1 = 3 | 0.9 | !1 + 1 is 2, not 3
              Answer: 3 | 0.4 | !3 is not 2
            1 + 1 = 2 | 0.8
              Answer: 2 | 0.95
              so it is 2 | 0.1
            guess | 0.05
            """);
        tree.Statistics(tree.Children(0)[2]).Pruned = true;
        var thought = new LongThoughtDeriver(new LongThoughtOptions(), ThoughtDialect.Think).Derive(tree, null, new Seed(1)).Thought;

        Golden.Verify(string.Join('\n', new TreeRenderer(tree, null, thought).Render()) + "\n");
    }

    [Fact]
    public void Render_escapes_what_a_model_wrote()
    {
        var tree = Trees.Parse("evil \u001b[2J\u202etext | 0.5");

        Assert.DoesNotContain(string.Concat(new TreeRenderer(tree, null, null).Render()), c => char.IsControl(c) || c == '\u202e');
    }
}
