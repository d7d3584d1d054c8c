using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Rewards;
using SynthFarm.Inference.Training;
using SynthFarm.TestKit.Reasoning;
using SynthFarm.TinyModels.Recipe;

namespace SynthFarm.TinyModels.Tests.Recipe;

public class TreeRewardRowsTests
{
    [Fact]
    public void Labels_are_the_share_of_rollouts_that_ended_well()
    {
        // Four rollouts: a-right, a-wrong, b-right, b-right; every step has three tokens.
        var tree = Trees.Parse("""
            a
              Answer: 1
              Answer: 2 | !wrong
            b
              Answer: 3
            """);
        var drawnTwice = new StepDraft { Text = "Answer: 3", TokenIds = [9], Draws = 1, Terminal = TerminalKind.NoAnswer };
        tree.Append(4, drawnTwice);
        MonteCarloEstimates.AddFromRollouts(tree);

        var rows = TreeRewardRows.From(tree, [7, 7], maxTokens: 100).ToList();

        Assert.Equal(4, rows.Count);
        Assert.Equal([7, 7, 1, 2, 3, 1, 2, 3], rows[0].Tokens);
        Assert.Equal([4, 7], rows[0].Positions);
        Assert.Equal([0.5f, 1f], rows[0].Labels);
        Assert.Equal([0.5f, 0f], rows[1].Labels);
        Assert.Equal([0.5f, 1f], rows[2].Labels);
        Assert.Equal([0.5f, 0f], rows[3].Labels);

        var fewer = TreeRewardRows.From(tree, [7, 7], maxTokens: 100, maxWrong: 1).ToList();
        Assert.Equal(3, fewer.Count);
        Assert.Equal(rows.Take(3).Select(row => row.Labels), fewer.Select(row => row.Labels));
    }

    [Fact]
    public void Stored_rows_read_back_equal_and_damage_names_the_line()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            RewardRowFile.Write(path, [new RewardExample([1, 2], [1], [0.25f])]);
            var row = Assert.Single(RewardRowFile.Read(path));
            Assert.Equal([1, 2], row.Tokens);
            Assert.Equal([0.25f], row.Labels);
            File.AppendAllText(path, "{\"tokens\":[1");
            Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => RewardRowFile.Read(path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
