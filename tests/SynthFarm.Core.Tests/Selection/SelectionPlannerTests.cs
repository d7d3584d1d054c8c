using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Caps;
using SynthFarm.Core.Selection.Curriculum;
using SynthFarm.Core.Selection.Diversity;
using SynthFarm.Core.Selection.Duplicates;
using SynthFarm.Core.Selection.Filters;
using SynthFarm.Core.Selection.Mixture;
using SynthFarm.Core.Selection.Noise;
using SynthFarm.Core.Selection.Splits;

namespace SynthFarm.Core.Tests.Selection;

public class SelectionPlannerTests
{
    private static readonly string[] _topics = ["algebra", "", "Number theory", "(other)", "(none)", "\u001b[31mred", "a|b`c\n", "日本語😀", "\u202Eltr", "../..", "=cmd|'x'!A0", "{\"a\":1}"];

    [Fact]
    public void Defaults_keep_every_row_but_the_worse_of_two_with_the_same_text()
    {
        var plan = Plan([SomeRow.With("a", "p", reward: 0.2, text: "One two"), SomeRow.With("b", "p", reward: 0.9, text: "one  TWO"), SomeRow.With("c", "p", text: "three")], new());
        Assert.Equal(["b", "c"], plan.Kept.Keys.Order());
        Assert.Equal(new SelectionRejection(SelectionReason.Duplicate, "Row b holds the same text."), Assert.Single(plan.Rejected).Value);
        Assert.Equal((3, 2), (plan.Report.Before.Rows, plan.Report.After.Rows));
    }

    [Fact]
    public void Caps_keep_the_best_of_each_group_as_computed_by_hand()
    {
        SelectionCandidate[] rows =
        [
            Row("a", "p", "x", 0.9, "7"), Row("b", "p", "x", 0.8, " 7"), Row("c", "p", "x", 0.1, "8"), Row("d", "p", "x", 0.5, "9"),
            Row("e", "q", "x", 0.7, "7"), Row("f", "r", "y", 0.1, "7"),
        ];
        var plan = Plan(rows, new() { Caps = new() { PerAnswer = 1, PerProblem = 2, PerTopic = 2 } });
        Assert.Equal(["a", "e", "f"], plan.Kept.Keys.Order());
        Assert.Equal(
            [("b", SelectionReason.AnswerCap), ("c", SelectionReason.ProblemCap), ("d", SelectionReason.TopicCap)],
            plan.Rejected.Select(r => (r.Key, r.Value.Reason)).Order());
        Assert.Equal(
            [("duplicate", 6L, 0L), ("answer-cap", 6, 1), ("problem-cap", 5, 1), ("topic-cap", 4, 1)],
            plan.Report.Stages.Select(s => (s.Reason, s.Before, s.Rejected)));
    }

    [Fact]
    public void A_curator_who_rejects_is_obeyed_one_who_accepts_beats_the_filters_and_a_flag_changes_nothing()
    {
        var options = new SelectionOptions { Filters = new() { MinReward = 0.5 } };
        var plan = Plan(
            [
                Row("a", "1", "", 0.9, "") with { Mark = CurationDecision.Reject }, Row("b", "2", "", 0.1, "") with { Mark = CurationDecision.Accept },
                Row("c", "3", "", 0.1, "") with { Mark = CurationDecision.Flag }, Row("d", "4", "", 0.9, "") with { Mark = CurationDecision.Flag }, Row("e", "5", "", 0.1, ""),
            ],
            options);
        Assert.Equal(["b", "d"], plan.Kept.Keys.Order());
        Assert.Equal([("a", "curation"), ("c", "reward"), ("e", "reward")], plan.Rejected.Select(r => (r.Key, r.Value.Reason)).Order());
        Assert.Equal((1, 1, 2), (plan.Report.Marks.Accepted, plan.Report.Marks.Rejected, plan.Report.Marks.Flagged));
    }

    [Fact]
    public void A_budget_in_tokens_is_kept_by_topic()
    {
        var rows = Enumerable.Range(0, 40).Select(i => SomeRow.With($"{i:D2}", topic: i < 30 ? "a" : "b", reward: i / 100.0) with { TokenCount = 10 }).ToList();
        var plan = Plan(rows, new() { Budget = new() { Tokens = 205 }, Mixture = new() { Proportions = TopicProportions.Uniform } });

        // 103 and 102 tokens: ten rows each, and the 10 tokens rows have do not go into the 5 that are left.
        Assert.Equal([10, 10], plan.Report.Topics.Select(t => t.After.Rows));
        Assert.Equal(Enumerable.Range(20, 20).Select(i => $"{i:D2}"), plan.Kept.Keys.Order());
        Assert.All(plan.Rejected.Values, r => Assert.Equal(SelectionReason.Mixture, r.Reason));
    }

    [Fact]
    public void A_statement_that_is_held_out_stays_out_of_train_when_the_row_that_says_so_is_left_out()
    {
        var text = SomeRow.With("x", "same").Text;
        SelectionCandidate[] rows =
        [
            Row("a", "held", "", 0.1, "") with { Split = DataSplit.Test, Text = text }, Row("b", "free", "", 0.9, "") with { Text = text },
            Row("c", "other", "", 0.9, ""),
        ];
        var plan = Plan(rows, new() { Filters = new() { MinReward = 0.5 }, Duplicates = DuplicateText.Off });
        Assert.Equal([("b", DataSplit.Test), ("c", DataSplit.Train)], plan.Kept.Select(row => (row.Key, row.Value.Split)).Order());
    }

    [Fact]
    public void Every_row_is_kept_or_rejected_once_and_no_problem_is_in_two_splits()
    {
        for (var round = 0UL; round < 60; round++)
        {
            var random = new Seed(round).CreateRandom();
            var rows = RandomRows(random, random.Next(0, 300));
            var options = RandomOptions(random);
            Assert.Empty(options.Validate("selection"));
            var plan = Plan(rows, options);

            var replaced = plan.Kept.Where(k => k.Value.IsReplaced).Select(k => k.Key).ToList();
            Assert.Equal(rows.Select(c => c.RowId).Order(), plan.Kept.Keys.Concat(plan.Rejected.Keys).Except(replaced).Concat(replaced).Order());
            Assert.Equal(replaced.Order(), plan.Kept.Keys.Intersect(plan.Rejected.Keys).Order());
            Assert.Equal(plan.Report.Noise.Replaced, replaced.Count);

            var problem = rows.ToDictionary(c => c.RowId, c => c.ProblemId);
            Assert.All(plan.Kept.GroupBy(k => problem[k.Key]), rowsOf => Assert.Equal(plan.Problems[rowsOf.Key].Split, Assert.Single(rowsOf.Select(k => k.Value.Split).Distinct())));
            Assert.All(plan.Kept.GroupBy(k => k.Value.Split), split => Assert.Equal(Enumerable.Range(0, split.Count()), split.Select(k => k.Value.Order).Order()));

            Assert.Equal(plan.Report.After.Rows, plan.Kept.Count);
            Assert.Equal(plan.Rejected.Count, plan.Report.Stages.Sum(s => s.Rejected));
            Assert.Equal(rows.Count, plan.Report.Topics.Sum(t => t.Before.Rows));
            Assert.Equal(plan.Kept.Count, plan.Report.Topics.Sum(t => t.After.Rows));
            Assert.Equal(plan.Kept.Count, plan.Report.Difficulty.Sum(b => b.After));
            Assert.True(plan.Report.Curriculum.Cost <= plan.Report.Curriculum.NearestNeighbourCost);
            if (options.Budget.Rows is { } budget)
            {
                Assert.True(plan.Kept.Count <= budget);
            }

            var shuffled = rows.ToArray();
            random.Shuffle<SelectionCandidate>(shuffled);
            var again = Plan(shuffled, options);
            Assert.Equal(plan.Kept.OrderBy(k => k.Key), again.Kept.OrderBy(k => k.Key));
            Assert.Equal(plan.Rejected.OrderBy(k => k.Key), again.Rejected.OrderBy(k => k.Key));
            Assert.Equal(plan.Report.Curriculum.Topics, again.Report.Curriculum.Topics);
        }
    }

    [Fact]
    public void Topics_lie_within_a_row_of_their_targets_where_supply_allows()
    {
        var rows = Enumerable.Range(0, 900).Select(i => SomeRow.With($"{i:D3}", topic: i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "c")).ToList();
        var plan = Plan(rows, new()
        {
            Mixture = new() { Proportions = TopicProportions.Targets, Targets = [new("a", 0.55), new("b", 0.3)] },
            Budget = new() { Rows = 333 },
        });
        Assert.Equal(333, plan.Kept.Count);
        Assert.All(plan.Report.Topics, t => Assert.InRange(t.After.Rows - (333 * t.Target.Share), -1, 1));
        Assert.Equal([0.55, 0.3, 0.15], plan.Report.Topics.Select(t => t.Target.Share), (x, y) => Math.Abs(x - y) < 1e-9);
    }

    [Fact]
    public void Nothing_to_select_from_is_an_empty_plan() => Assert.Empty(Plan([], RandomOptions(new Seed(1).CreateRandom())).Kept);

    private static SelectionPlan Plan(IReadOnlyList<SelectionCandidate> rows, SelectionOptions options) => SelectionPlanner.Plan(rows, [new TopicYield("algebra", 3)], options);

    private static SelectionCandidate Row(string id, string problem, string topic, double reward, string answer)
        => SomeRow.With(id, problem, topic, reward) with { Answer = answer };

    private static List<SelectionCandidate> RandomRows(StableRandom random, int count)
    {
        var problems = Math.Max(1, count / 2);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var problem = random.Next(problems);
            return SomeRow.With(
                $"row-{i}", $"problem-{problem}", _topics[problem % _topics.Length], random.Next(4) == 0 ? null : random.Next(10) / 10.0, (problem % 5, 4), $"text {random.Next(count)}") with
            {
                Split = (DataSplit)Math.Max(0, (problem % 11) - 8),
                TokenCount = random.Next(50),
                BacktrackCount = random.Next(3),
                Perplexity = random.Next(3) == 0 ? null : 1 + random.NextDouble(),
                WrongAnswerCount = random.Next(2),
                IsNoise = random.Next(20) == 0,
                Answer = $"{random.Next(3)}",
                Mark = random.Next(5) == 0 ? (CurationDecision)random.Next(3) : null,
            };
        })];
    }

    private static SelectionOptions RandomOptions(StableRandom random) => new()
    {
        Seed = random.NextUInt64(),
        MaxTopics = random.Next(1, 15),
        Filters = random.Next(2) == 0 ? new() : new FilterOptions { MinTokens = random.Next(20), MaxBacktracks = 1, MaxPerplexity = 1.9 },
        Duplicates = (DuplicateText)random.Next(3),
        Caps = random.Next(2) == 0 ? new() : new CapOptions { PerProblem = random.Next(1, 4), PerAnswer = 2, PerTopic = random.Next(1, 30) },
        Diversity = new DiversityOptions { Weight = random.Next(3) / 2.0, Pool = random.Next(2, 40) },
        Mixture = new MixtureOptions
        {
            Proportions = (TopicProportions)random.Next(4),
            Targets = [new("algebra", 0.3), new("", 0.2), new("no such topic", 0.1)],
            Signal = (TopicSignalKind)random.Next(3),
            Shortage = (TopicShortage)random.Next(2),
        },
        Budget = random.Next(3) switch { 0 => new(), 1 => new BudgetOptions { Rows = random.Next(1, 200) }, _ => new BudgetOptions { Tokens = random.Next(1, 3000) } },
        Split = random.Next(2) == 0 ? new() : new SplitOptions { Test = 0.2, Validation = 0.2 },
        Noise = new NoiseOptions { Share = random.Next(4) / 4.0 },
        Curriculum = new CurriculumOptions { By = (CurriculumMeasure)random.Next(5), Batch = random.Next(1, 20), Topics = (TopicLayout)random.Next(3), AnnealSteps = 200 },
    };
}
