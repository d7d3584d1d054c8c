using SynthFarm.Core.Selection.Mixture;

namespace SynthFarm.Core.Tests.Selection;

public class TopicTableTests
{
    [Fact]
    public void The_largest_topics_stand_for_themselves_and_the_rest_is_one()
    {
        var rows = new[] { "a", "a", "b", "b", "", "c" }.Select((topic, i) => SomeRow.With($"{i}", topic: topic)).ToList();
        var table = new TopicTable(rows, 3);
        Assert.Equal(["", "a", "b", TopicTable.Other], table.Names);
        Assert.Equal([0, 1, 2, 3, 3], new[] { "", "a", "b", "c", "never seen" }.Select(table.IndexOf));
        Assert.Equal(["", "a", "b", "c"], new TopicTable(rows, 4).Names);
        Assert.Equal(-1, new TopicTable(rows, 4).IndexOf("never seen"));
    }

    [Fact]
    public void Targets_that_are_not_named_share_what_is_left_as_their_rows_fall()
    {
        var options = new MixtureOptions { Proportions = TopicProportions.Targets, Targets = [new("b", 0.4)] };
        var shares = new MixtureTargets(options, ["a", "b", "c"], () => throw new InvalidOperationException("No signal is read.")).Compute([30, 5, 10]).Select(t => t.Share);
        Assert.Equal([0.45, 0.4, 0.15], shares, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void The_signal_compares_with_the_reference_or_with_all_rows_together()
    {
        // Pass rates 1/4 and 3/4, together 1/2. The first topic: 0.5 - 0.25, so 1.25; the second has an earlier 0.95: 0.2, weighted 2, so 1.4.
        var rows = new[] { SomeRow.With("1", topic: "a", draws: (1, 4)), SomeRow.With("2", topic: "b", draws: (3, 4)) };
        var table = new TopicTable(rows, 10);
        var topics = TopicSummaries.Of(rows, table, []);
        var options = new MixtureOptions
        {
            Proportions = TopicProportions.Signal,
            Signal = TopicSignalKind.PassRate,
            Reference = [new("b", 0.95)],
            Weights = [new("b", 2)],
        };
        var targets = new MixtureTargets(options, table.Names, () => (topics, TopicSummaries.Total(rows, topics))).Compute([1, 1]);
        Assert.Equal([1.25, 1.4], targets.Select(t => t.Factor!.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.5, 0.95], targets.Select(t => t.Reference!.Value));
        Assert.Equal(1.25 / 2.65, targets[0].Share, 1e-12);
    }

    [Fact]
    public void A_summary_counts_each_problem_once_and_weighs_perplexity_by_tokens()
    {
        var rows = new[]
        {
            SomeRow.With("1", "p", "a", draws: (1, 4)) with { Perplexity = 1, TokenCount = 30 },
            SomeRow.With("2", "p", "a", draws: (1, 4)) with { Perplexity = 16, TokenCount = 10 },
            SomeRow.With("3", "q", "a", draws: (2, 4)),
        };
        var summary = Assert.Single(TopicSummaries.Of(rows, new TopicTable(rows, 10), [new TopicYield("a", 2), new TopicYield("gone", 9)]));
        Assert.Equal((3, 8L, 2L, 4L), ((int)summary.Draws.Correct, summary.Draws.Answered, summary.SolvedProblems, summary.FinishedProblems));

        // exp((30 * 0 + 10 * ln 16) / 40) = 16 ^ (1/4) = 2.
        Assert.Equal(2, summary.Perplexity!.Value, 1e-12);
    }
}
