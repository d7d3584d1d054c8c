using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Noise;
using SynthFarm.Core.Selection.Splits;

namespace SynthFarm.Core.Tests.Selection;

public class SplitAndNoiseTests
{
    private static readonly SplitOptions _options = new() { Test = 0.2, Validation = 0.1 };

    [Fact]
    public void Shares_of_the_problems_are_held_out_and_more_problems_change_nothing()
    {
        var rows = Enumerable.Range(0, 4000).Select(i => SomeRow.With($"{i}", problem: $"p-{i / 2}")).ToList();
        var splits = ProblemSplits.Assign(rows, _options, new Seed(7));
        Assert.Equal(2000, splits.Count);

        // Five standard deviations of a binomial around 400 and 200.
        Assert.InRange(splits.Values.Count(s => s == DataSplit.Test), 310, 490);
        Assert.InRange(splits.Values.Count(s => s == DataSplit.Validation), 130, 270);
        var fewer = ProblemSplits.Assign(rows.Where((_, i) => i % 3 == 0), _options, new Seed(7));
        Assert.All(fewer, p => Assert.Equal(splits[p.Key], p.Value));
        Assert.NotEqual(splits, ProblemSplits.Assign(rows, _options, new Seed(8)));
        Assert.All(ProblemSplits.Assign(rows, new SplitOptions(), new Seed(7)).Values, split => Assert.Equal(DataSplit.Train, split));
    }

    [Fact]
    public void What_is_held_out_stays_so_and_takes_equal_statements_with_it()
    {
        var random = new Seed(3).CreateRandom();
        var rows = Enumerable.Range(0, 500).Select(i => SomeRow.With($"{i}") with
        {
            Split = (DataSplit)Math.Max(0, random.Next(12) - 9),
            Text = new TextFeatures { ProblemHash = (UInt128)(1 + random.Next(300)) },
        }).ToList();
        var splits = ProblemSplits.Assign(rows, _options, new Seed(7));
        foreach (var same in rows.GroupBy(c => c.Text.ProblemHash))
        {
            var split = Assert.Single(same.Select(c => splits[c.ProblemId]).Distinct());
            var heldOut = same.Max(c => c.Split);
            Assert.True(heldOut == DataSplit.Train || heldOut == split);
        }
    }

    [Theory]
    [InlineData(10, 0.25, 3)] // 2.5 is rounded up
    [InlineData(10, 0.24, 2)]
    [InlineData(3, 0, 0)]
    [InlineData(3, 1, 3)]
    public void The_share_is_rounded_to_the_nearest_row(int rows, double share, int wanted) => Assert.Equal(wanted, NoiseChoice.Wanted(rows, share));

    [Fact]
    public void Only_rows_with_a_wrong_answer_in_their_tree_are_chosen_and_what_is_wrong_already_counts()
    {
        var rows = Enumerable.Range(0, 40).Select(i => SomeRow.With($"{i:D2}") with { WrongAnswerCount = i % 2, IsNoise = i is 1 or 2 }).ToArray();
        var chosen = NoiseChoice.Choose(rows, 0.3, new Seed(1));
        Assert.Equal(12 - 2, chosen.Count);
        Assert.All(chosen, c => Assert.True(c is { WrongAnswerCount: 1, IsNoise: false }));
        Assert.Equal(19, NoiseChoice.Choose(rows, 1, new Seed(1)).Count);
        Assert.Empty(NoiseChoice.Choose(rows, 0, new Seed(1)));
        new Seed(9).CreateRandom().Shuffle<SelectionCandidate>(rows);
        Assert.Equal(chosen.Select(c => c.RowId), NoiseChoice.Choose(rows, 0.3, new Seed(1)).Select(c => c.RowId));
        Assert.NotEqual(chosen.Select(c => c.RowId), NoiseChoice.Choose(rows, 0.3, new Seed(2)).Select(c => c.RowId));
    }
}
