using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Durability;
using SynthFarm.Farm.Journal;
using SynthFarm.Farm.Specification;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Farm.Tests.Journal;

/// <summary>Cuts and changes a small journal at every byte.</summary>
public sealed class JournalDamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _notices = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cut_anywhere_it_opens_with_a_prefix_of_whole_expansions()
    {
        var (tree, sizes, original) = await SmallJournalAsync();
        var seen = new HashSet<int>();
        for (var length = 0; length < original.Length; length++)
        {
            var restored = await ReopenAsync(original[..length], tree);
            Assert.Contains(restored.Count - 1, sizes);
            Assert.StartsWith(TreeText.Describe(restored), TreeText.Describe(tree), StringComparison.Ordinal);
            Assert.InRange(_notices.Count, 0, 1);
            seen.Add(restored.Count - 1);
        }

        Assert.Equal(sizes.Take(sizes.Count - 1), seen.Order());
    }

    [Fact]
    public async Task A_changed_byte_is_named_with_its_file_and_never_skipped()
    {
        var (tree, _, original) = await SmallJournalAsync();
        for (var at = 0; at < original.Length; at++)
        {
            var changed = original.ToArray();
            changed[at] ^= 0x41;
            var error = await Assert.ThrowsAsync<JournalException>(() => ReopenAsync(changed, tree));
            Assert.Contains("journal/000001.journal", error.Message, StringComparison.Ordinal);
            Assert.Contains("offset", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_tail_of_zeros_is_cut_like_a_torn_one()
    {
        var (tree, _, original) = await SmallJournalAsync();
        var restored = await ReopenAsync([.. original, .. new byte[5000]], tree);
        Assert.Equal(TreeText.Describe(tree), TreeText.Describe(restored));
        Assert.Equal([$"journal/000001.journal: 5000 bytes of an unfinished record at offset {original.Length} were cut off."], _notices);
    }

    [Fact]
    public async Task A_last_record_whose_end_reads_as_zeros_is_cut()
    {
        var (tree, sizes, original) = await SmallJournalAsync();
        Array.Clear(original, original.Length - 20, 20);
        Assert.Equal(sizes[^2], (await ReopenAsync(original, tree)).Count - 1);
        Assert.Single(_notices);
    }

    [Fact]
    public async Task A_newer_segment_without_a_complete_header_gives_way_to_the_older_one()
    {
        var (tree, _, original) = await SmallJournalAsync();
        File.WriteAllBytes(_folder.At("000002.journal"), new byte[10]);
        var restored = await ReopenAsync(original, tree);
        Assert.Equal(TreeText.Describe(tree), TreeText.Describe(restored));
        Assert.Equal(["journal/000002.journal: 10 bytes of an unfinished header were cut off."], _notices);
        Assert.Equal("000003.journal", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder.Path))));
    }

    [Fact]
    public async Task A_swapped_segment_is_named()
    {
        var (tree, _, original) = await SmallJournalAsync();
        File.WriteAllBytes(_folder.At("000009.journal"), original);
        var error = await Assert.ThrowsAsync<JournalException>(() => ReopenAsync(original, tree));
        Assert.Equal("journal/000009.journal: the header at offset 0 is damaged: the file was renamed from another segment.", error.Message);
    }

    [Theory]
    [InlineData("journal.segment.written")]
    [InlineData("journal.segment.renamed")]
    public async Task A_crash_while_a_segment_is_replaced_loses_nothing(string point)
    {
        var (tree, expansions) = await GrownTrees.GrowAsync(3);
        var durable = 0;
        var journal = RunJournal.Open(_folder.Path, GrownTrees.ConfigHash, new JournalOptions { SegmentBytes = 1 }, _ => true, new ThrowingCrashPoints(point, 2), _notices.Add);
        try
        {
            foreach (var steps in expansions)
            {
                await journal.AppendAsync(tree, steps, 1);
                durable += steps.Count;
            }
        }
        catch (SimulatedCrashException)
        {
            // The replacement did not finish.
        }

        await journal.DisposeAsync();
        Assert.InRange(durable, 1, tree.Count - 2);
        await using var reopened = Open();
        Assert.Equal(durable, reopened.Restore(GrownTrees.Empty(tree.Problem)));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    private RunJournal Open() => RunJournal.Open(_folder.Path, GrownTrees.ConfigHash, new JournalOptions(), _ => true, CrashPoint.None, _notices.Add);

    private async Task<ReasoningTree> ReopenAsync(byte[] contents, ReasoningTree like)
    {
        foreach (var left in Directory.GetFiles(_folder.Path, "*.journal").Where(file => contents.Length < 10 || Path.GetFileName(file) is not ("000002.journal" or "000009.journal")))
        {
            File.Delete(left);
        }

        _notices.Clear();
        await File.WriteAllBytesAsync(_folder.At("000001.journal"), contents);
        await using var journal = Open();
        var tree = GrownTrees.Empty(like.Problem);
        journal.Restore(tree);
        return tree;
    }

    private async Task<(ReasoningTree Tree, List<int> Sizes, byte[] Contents)> SmallJournalAsync()
    {
        var tree = GrownTrees.Empty(Some.Problem());
        var sizes = new List<int> { 0 };
        await using (var journal = Open())
        {
            for (var parent = 0; parent < 3; parent++)
            {
                var steps = Enumerable.Range(0, 2).Select(i => tree.Append(parent, new StepDraft { Text = $"{parent}.{i}\n", TokenIds = [i, 300] })).ToList();
                await journal.AppendAsync(tree, steps, 1);
                sizes.Add(tree.Count - 1);
            }
        }

        return (tree, sizes, await File.ReadAllBytesAsync(_folder.At("000001.journal")));
    }
}
