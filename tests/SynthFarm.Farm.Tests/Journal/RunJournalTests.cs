using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Durability;
using SynthFarm.Farm.Journal;
using SynthFarm.Farm.Specification;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Farm.Tests.Journal;

public sealed class RunJournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _notices = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Appended_steps_come_back_to_the_last_bit()
    {
        var (tree, expansions) = await GrownTrees.GrowAsync(7);
        await using (var journal = Open())
        {
            foreach (var steps in expansions)
            {
                await journal.AppendAsync(tree, steps, 1);
            }
        }

        await using var reopened = Open();
        Assert.Equal(TreeText.Describe(tree), TreeText.Describe(Restored(reopened, tree)));
        Assert.Empty(_notices);
    }

    [Fact]
    public async Task Every_field_of_a_step_comes_back()
    {
        var tree = GrownTrees.Empty(Some.Problem());
        var step = tree.Append(0, new StepDraft
        {
            Text = "Wörter \0 <|im_end|> \u202E 𝄞\n",
            TokenIds = [0, 127, 128, 151_643, int.MaxValue],
            Draws = 3,
            MeanLogProb = -1.25f,
            Reward = 0.1f,
            Verdict = Verdict.Wrong,
            Critique = "25 - 14 is 11, not 12",
            CritiqueSource = "step-checker:countdown/1",
            Terminal = TerminalKind.Answer,
            Answer = "",
            AnswerVerdict = new AnswerVerdict(Verdict.Wrong, "not 13", "countdown-expression"),
            Producer = "tiny@1",
            Round = 2,
        });
        tree.AddMonteCarlo(step.Id, 3, 8);
        await using (var journal = Open())
        {
            await journal.AppendAsync(tree, [tree[1]], 1);
        }

        await using var reopened = Open();
        Assert.Equal(TreeText.Describe(tree), TreeText.Describe(Restored(reopened, tree)));
    }

    [Fact]
    public async Task Concurrent_appends_share_flushes_and_all_come_back()
    {
        var grown = await Task.WhenAll(Enumerable.Range(1, 40).Select(GrownTrees.GrowAsync));
        var points = new ThrowingCrashPoints();
        await using (var journal = Open(points))
        {
            await Task.WhenAll(grown.Select(async item =>
            {
                foreach (var steps in item.Expansions)
                {
                    await journal.AppendAsync(item.Tree, steps, 1);
                }
            }));
        }

        await using var reopened = Open();
        Assert.All(grown, item => Assert.Equal(TreeText.Describe(item.Tree), TreeText.Describe(Restored(reopened, item.Tree))));
        Assert.True(points.Reached["journal.records.flushed"] <= grown.Sum(item => item.Expansions.Count));
    }

    [Fact]
    public async Task A_grown_segment_is_replaced_by_one_that_holds_unfinished_trees_only()
    {
        var (kept, keptExpansions) = await GrownTrees.GrowAsync(1000);
        await using (var journal = Open(options: new JournalOptions { SegmentBytes = 4096 }))
        {
            await journal.AppendAsync(kept, keptExpansions[0], 1);
            for (var number = 1; number <= 60; number++)
            {
                var (tree, expansions) = await GrownTrees.GrowAsync(number);
                foreach (var steps in expansions)
                {
                    await journal.AppendAsync(tree, steps, 1);
                }

                journal.Release(tree.Id);
            }

            Assert.Equal(1, journal.UnfinishedTrees);
            foreach (var steps in keptExpansions.Skip(1))
            {
                await journal.AppendAsync(kept, steps, 1);
            }
        }

        var segment = Assert.Single(Directory.GetFiles(_folder.Path));
        Assert.InRange(new FileInfo(segment).Length, 1, 64 << 10);
        Assert.NotEqual("000001.journal", Path.GetFileName(segment));
        await using var reopened = Open();
        Assert.Equal(TreeText.Describe(kept), TreeText.Describe(Restored(reopened, kept)));
    }

    [Fact]
    public async Task Trees_no_longer_wanted_are_dropped_on_opening()
    {
        var (first, firstExpansions) = await GrownTrees.GrowAsync(1);
        var (second, secondExpansions) = await GrownTrees.GrowAsync(2);
        await using (var journal = Open())
        {
            await journal.AppendAsync(first, firstExpansions[0], 1);
            await journal.AppendAsync(second, secondExpansions[0], 1);
            await journal.AppendAsync(first, firstExpansions[1], 1);
        }

        await using var reopened = Open(isWanted: start => start.ContentHash == second.Problem.ContentHash);
        Assert.Equal(1, reopened.UnfinishedTrees);
        Assert.Equal(0, reopened.Restore(GrownTrees.Empty(first.Problem)));
        Assert.Equal(secondExpansions[0].Count, reopened.Restore(GrownTrees.Empty(second.Problem)));
    }

    [Fact]
    public async Task Tokens_of_all_starts_add_up_over_replaced_segments()
    {
        for (var start = 0; start < 3; start++)
        {
            await using var journal = Open(options: new JournalOptions { SegmentBytes = 1 });
            Assert.Equal(start * 100, journal.GeneratedBefore);
            var (tree, expansions) = await GrownTrees.GrowAsync(start + 1);
            await journal.AppendAsync(tree, expansions[0], 60);
            await journal.AppendAsync(tree, expansions[1], 100);
            journal.Release(tree.Id);
        }
    }

    [Fact]
    public async Task Steps_out_of_order_are_refused()
    {
        var (tree, expansions) = await GrownTrees.GrowAsync(1);
        await using var journal = Open();
        await Assert.ThrowsAsync<InvalidOperationException>(() => journal.AppendAsync(tree, expansions[1], 1));
    }

    [Fact]
    public async Task A_journal_of_another_configuration_is_refused()
    {
        await Open().DisposeAsync();
        var error = Assert.Throws<JournalException>(() =>
            RunJournal.Open(_folder.Path, new string('d', 64), new JournalOptions(), _ => true, CrashPoint.None, _notices.Add));
        Assert.Equal("journal/000001.journal: the header at offset 0 is damaged: it belongs to a run of another configuration.", error.Message);
    }

    [Fact]
    public async Task A_failed_write_fails_every_append_from_then_on_with_the_first_cause()
    {
        var (tree, expansions) = await GrownTrees.GrowAsync(1);
        await using var journal = Open(new ThrowingCrashPoints("journal.records.written", occurrence: 2));
        await journal.AppendAsync(tree, expansions[0], 1);
        var first = await Assert.ThrowsAsync<SimulatedCrashException>(() => journal.AppendAsync(tree, expansions[1], 1));
        var second = await Assert.ThrowsAsync<SimulatedCrashException>(() => journal.AppendAsync(tree, expansions[2], 1));
        Assert.Equal(first.Message, second.Message);
    }

    private RunJournal Open(ICrashPoints? points = null, JournalOptions? options = null, Func<TreeStart, bool>? isWanted = null) => RunJournal.Open(
        _folder.Path, GrownTrees.ConfigHash, options ?? new JournalOptions(), isWanted ?? (_ => true), points ?? CrashPoint.None, _notices.Add);

    private static ReasoningTree Restored(RunJournal journal, ReasoningTree like)
    {
        var tree = GrownTrees.Empty(like.Problem);
        Assert.Equal(like.Count - 1, journal.Restore(tree));
        return tree;
    }
}
