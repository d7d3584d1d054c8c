using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Curriculum;
using SynthFarm.Core.Selection.Difficulty;

namespace SynthFarm.Core.Tests.Selection;

public class CurriculumTests
{
    [Fact]
    public void Rows_get_harder_from_mini_batch_to_mini_batch_as_computed_by_hand()
    {
        // Difficulties by Laplace's rule: e 1/6, a 2/6, c 3/6, b 4/6, d 5/6.
        SelectionCandidate[] rows =
        [
            SomeRow.With("a", draws: (3, 4)), SomeRow.With("b", draws: (1, 4)), SomeRow.With("c", draws: (2, 4)), SomeRow.With("d", draws: (0, 4)), SomeRow.With("e", draws: (4, 4)),
        ];
        var batches = Order(rows, new CurriculumOptions { Batch = 2 }).Chunk(2).Select(batch => string.Concat(batch.Order())).ToList();
        Assert.Equal(["ae", "bc", "d"], batches);
        Assert.Equal(["e", "a", "c", "b", "d"], Order(rows, new CurriculumOptions { Batch = 1 }));
    }

    [Theory]
    [InlineData(CurriculumMeasure.Perplexity, "bac")]
    [InlineData(CurriculumMeasure.Tokens, "acb")]
    [InlineData(CurriculumMeasure.Steps, "bca")]
    [InlineData(CurriculumMeasure.Backtracks, "cab")]
    public void Rows_are_ordered_by_the_measure_that_is_asked_for(CurriculumMeasure by, string order)
    {
        SelectionCandidate[] rows =
        [
            SomeRow.With("a") with { Perplexity = 2, TokenCount = 1, StepCount = 3, BacktrackCount = 1 },
            SomeRow.With("b") with { Perplexity = 1, TokenCount = 3, StepCount = 1, BacktrackCount = 1 },
            SomeRow.With("c") with { Perplexity = null, TokenCount = 2, StepCount = 2, BacktrackCount = 0 },
        ];
        Assert.Equal(order, string.Concat(Order(rows, new CurriculumOptions { By = by, Batch = 1 })));
    }

    [Fact]
    public void Rounds_keep_all_topics_as_far_on_their_way_as_the_others()
    {
        // Places (j + 1/2) / n: x at 1/8, 3/8, 5/8, 7/8 and y at 1/4, 3/4.
        IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> topics = [[["x1"], ["x2"], ["x3"], ["x4"]], [["y1"], ["y2"]]];
        Assert.Equal(["x1", "y1", "x2", "x3", "y2", "x4"], MiniBatches.Interleave(topics).SelectMany(b => b));
    }

    [Fact]
    public void Topics_follow_each_other_in_blocks_and_begin_with_the_easier_end_of_the_tour()
    {
        // On the circle of two axes: a at 0, b at 45, c at 90 degrees; the tour is a-b-c or c-b-a, and c is the easiest.
        SelectionCandidate[] rows =
        [
            Row("1", "a", SomeRow.Axis(0), (0, 4)), Row("2", "b", HashedVector.Mean([SomeRow.Axis(0), SomeRow.Axis(1)]), (2, 4)), Row("3", "c", SomeRow.Axis(1), (4, 4)),
            Row("4", "b", HashedVector.Mean([SomeRow.Axis(0), SomeRow.Axis(1)]), (3, 4)),
        ];
        var planner = new CurriculumPlanner(new CurriculumOptions { Batch = 1 }, new DifficultyEstimate(new DifficultyOptions()), c => c.Topic, new Seed(3));
        Assert.Equal(["3", "4", "2", "1"], planner.Order(rows, out var order).Select(c => c.RowId));
        Assert.Equal(["c", "b", "a"], order.Topics);
        Assert.Equal(2 * (1 - Math.Sqrt(0.5)), order.Cost, 1e-4);
        Assert.True(order.Cost <= order.NearestNeighbourCost && order.Cost < order.RandomCost);
    }

    [Theory]
    [InlineData(TopicLayout.Blocks)]
    [InlineData(TopicLayout.Rounds)]
    [InlineData(TopicLayout.None)]
    public void Every_row_has_one_place_and_its_topic_never_gets_easier(TopicLayout layout)
    {
        var random = new Seed(8).CreateRandom();
        var rows = Enumerable.Range(0, 400)
            .Select(i => SomeRow.With($"{i:D3}", topic: $"{(char)('a' + random.Next(6))}", draws: (random.Next(9), 8), text: $"{random.Next(100)} {(char)('a' + random.Next(20))}"))
            .ToArray();
        var options = new CurriculumOptions { Topics = layout, Batch = 7 };
        var order = Order(rows, options);
        Assert.Equal(rows.Select(c => c.RowId), order.Order());
        var difficulty = rows.ToDictionary(c => c.RowId, c => 1 - c.Draws.PassRate!.Value);
        var topic = rows.ToDictionary(c => c.RowId, c => layout == TopicLayout.None ? "" : c.Topic);
        foreach (var batches in order.GroupBy(id => topic[id]).Select(g => g.Chunk(7).ToList()))
        {
            Assert.All(batches.Zip(batches.Skip(1)), pair => Assert.True(pair.First.Max(id => difficulty[id]) <= pair.Second.Min(id => difficulty[id])));
        }

        random.Shuffle<SelectionCandidate>(rows);
        Assert.Equal(order, Order(rows, options));
        Assert.NotEqual(order, Order(rows, options, seed: 9));
    }

    private static SelectionCandidate Row(string id, string topic, HashedVector vector, (long, long) draws)
        => SomeRow.With(id, topic: topic, draws: draws) with { Text = new TextFeatures { Vector = vector } };

    private static List<string> Order(IEnumerable<SelectionCandidate> rows, CurriculumOptions options, ulong seed = 0)
        => [.. new CurriculumPlanner(options, new DifficultyEstimate(new DifficultyOptions()), c => c.Topic, new Seed(seed)).Order(rows, out _).Select(c => c.RowId)];
}
