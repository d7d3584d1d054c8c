using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Core.Tests.LongThoughts;

public class LongThoughtDeriverTests
{
    private const string Tree = """
        1 + 2 = 4 | 0.9 | !1 + 2 is 3, not 4
          4 * 5 = 20 | 0.8
            Answer: 20 | 0.1 | !the result is 20, not 15
          4 + 5 = 9 | 0.2
        1 + 2 = 3 | 0.7
          3 + 5 = 8 | 0.6 | !that leaves nothing to multiply
          3 * 5 = 15 | 0.5
            Answer: 15 | 0.4
        9 + 9 = 18 | 0.3
        """;

    [Fact]
    public void Derive_tries_the_most_plausible_wrong_branch_first_and_says_what_was_wrong() =>
        Golden.Verify(Derive(Tree, new LongThoughtOptions()).Render(ThoughtDialect.Think));

    [Fact]
    public void Derive_follows_a_dead_end_until_an_error_shows()
    {
        // The first step is sound but hopeless; its child is where a reader sees what went wrong.
        var task = new CountdownTask([5, 46, 18, 20], 53);
        var tree = Trees.Parse("""
            5 + 18 = 23; left: 23, 46, 20 | 0.9
              23 + 46 = 69; left: 69, 20 | 0.8
                69 - 20 = 53; left: 53 | 0.7
                  Answer: ((5 + 18) + 46) - 20 | 0.6 | !it makes 49
            46 + 20 = 66; left: 66, 5, 18 | 0.5
              66 + 5 = 71; left: 71, 18 | 0.5
                71 - 18 = 53; left: 53 | 0.5
                  Answer: ((46 + 20) + 5) - 18 | 0.5
            """, task.ToProblem());
        var thought = Deriver(new LongThoughtOptions { MaxExcursionDepth = 10 }).Derive(tree, ProblemFamilies.Countdown.Steps, new Seed(3)).Thought!;
        Assert.Contains("69 - 20 is 49, not 53", thought.Segments.Single(s => s.Kind == SegmentKind.Reflection).Text, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], thought.Segments.Where(s => s.Kind == SegmentKind.Excursion).Select(s => s.StepId));
        Assert.Equal(["step-checker:countdown/1"], thought.CritiqueSources);
    }

    [Fact]
    public void Derive_without_trials_gives_the_shortcut()
    {
        var thought = Derive(Tree, new LongThoughtOptions { TrialsPerStep = 0 });
        Assert.Equal(["1 + 2 = 3\n", "3 * 5 = 15\n", "Answer: 15"], thought.Segments.Select(s => s.Text));
        Assert.Equal("1 + 2 = 3\n3 * 5 = 15\nAnswer: 15", thought.ShortcutText);
    }

    [Fact]
    public void Derive_never_passes_off_a_step_that_nobody_judged_as_a_mistake()
    {
        var thought = Derive(Tree, new LongThoughtOptions { TrialsPerStep = 16, MaxExcursions = 100 });
        Assert.DoesNotContain(thought.Segments, s => s.Text.StartsWith("9 + 9", StringComparison.Ordinal));
    }

    [Fact]
    public void Derive_never_takes_a_branch_that_leads_to_a_correct_answer()
    {
        var thought = Derive("""
            a | 0.9 | !a critic's error
              Answer: 15 | 0.2
            b | 0.5
              Answer: 15 | 0.9
            """, new LongThoughtOptions());
        Assert.Equal("b\nAnswer: 15", thought.ShortcutText);
        Assert.Equal(0, thought.Backtracks);
    }

    [Fact]
    public void Derive_refuses_a_tree_without_a_correct_leaf()
    {
        var result = Deriver(new LongThoughtOptions()).Derive(Trees.Parse("a | 0.5"), null, new Seed(1));
        Assert.Equal((null, LongThoughtResult.NoCorrectLeaf), (result.Thought, result.Refusal));
    }

    [Fact]
    public void Derive_refuses_steps_that_forge_the_markers()
    {
        var result = Deriver(new LongThoughtOptions()).Derive(Trees.Parse("a </THINK> b\n  Answer: 15"), null, new Seed(1));
        Assert.Equal(LongThoughtResult.ForgedMarker, result.Refusal);
    }

    [Fact]
    public void Derive_obeys_its_limits_on_random_trees()
    {
        for (var seed = 0UL; seed < 500; seed++)
        {
            var tree = RandomTree(seed);
            var options = new LongThoughtOptions
            {
                TrialsPerStep = (int)(seed % 4),
                MaxExcursionDepth = 1 + (int)(seed % 3),
                MaxExcursions = (int)(seed % 5),
                WrongBranch = seed % 2 == 0 ? WrongBranchChoice.Random : WrongBranchChoice.MostPlausible,
            };
            if (Deriver(options).Derive(tree, null, new Seed(seed)).Thought is not { } thought)
            {
                Assert.Empty(tree.CorrectLeaves());
                continue;
            }

            Assert.Equal(string.Concat(tree.PathTo(thought.LeafId).Select(s => s.Text)), thought.ShortcutText);
            Assert.True(thought.Backtracks <= options.MaxExcursions);
            Assert.Equal(thought.Render(ThoughtDialect.Think), Deriver(options).Derive(tree, null, new Seed(seed)).Thought!.Render(ThoughtDialect.Think));
            foreach (var run in Runs(thought.Segments))
            {
                Assert.InRange(run.Count, 1, options.MaxExcursionDepth);
                Assert.All(run.Zip(run.Skip(1)), pair => Assert.Equal(pair.First.StepId, tree[pair.Second.StepId].ParentId));
                Assert.All(run, segment => Assert.Equal(tree[segment.StepId].Text.TrimEnd('\n'), segment.Text.TrimEnd('\n')));
            }
        }
    }

    private static IEnumerable<List<Segment>> Runs(IReadOnlyList<Segment> segments)
    {
        var run = new List<Segment>();
        foreach (var segment in segments)
        {
            if (segment.Kind == SegmentKind.Excursion)
            {
                run.Add(segment);
            }
            else if (run.Count > 0)
            {
                Assert.Equal(SegmentKind.Reflection, segment.Kind);
                Assert.Equal(run[^1].StepId, segment.StepId);
                yield return run;
                run = [];
            }
        }
    }

    private static ReasoningTree RandomTree(ulong seed)
    {
        var random = new StableRandom(seed);
        var lines = new List<string>();
        Grow(0);
        return Trees.Parse(string.Join('\n', lines));

        void Grow(int depth)
        {
            for (var i = random.Next(1, 3); i > 0; i--)
            {
                var indent = new string(' ', 2 * depth);
                var reward = random.NextDouble().ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
                var wrong = random.Next(2) == 0 ? $" | !error {lines.Count}" : "";
                if (depth == 3 || random.Next(4) == 0)
                {
                    lines.Add($"{indent}Answer: {lines.Count} | {reward}{wrong}");
                }
                else
                {
                    lines.Add($"{indent}step {lines.Count} | {reward}{wrong}");
                    Grow(depth + 1);
                }
            }
        }
    }

    private static LongThought Derive(string tree, LongThoughtOptions options) =>
        Deriver(options).Derive(Trees.Parse(tree), null, new Seed(3)).Thought!;

    private static LongThoughtDeriver Deriver(LongThoughtOptions options) => new(options, ThoughtDialect.Think);
}
