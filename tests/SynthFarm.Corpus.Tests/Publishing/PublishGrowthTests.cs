using SynthFarm.Corpus.Publishing;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Publishing;

/// <summary>What publishing holds is open parts and one row group of each config, however many problems go through.</summary>
[Collection(nameof(PublishGrowthTests))]
[CollectionDefinition(nameof(PublishGrowthTests), DisableParallelization = true)]
public sealed class PublishGrowthTests(ITestOutputHelper output) : IDisposable
{
    private const int Early = 1_000;
    private const int Late = 4_000;

    // What the footers say of the row groups; these are a sixteenth of their usual size here, so there are sixteen times as many.
    private const int AllowedBytes = 1_500;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_published_problem_leaves_next_to_nothing_behind_once_row_groups_are_full()
    {
        await Farmed.RunAsync(_directory["run"], FinishedProblems.Mixture(Late + 50), batch: 64);
        var live = new LiveBytes();
        await SnapshotPublisher.PublishAsync(_directory["run"], _directory["snapshot"], Farmed.Options with { RowGroupBytes = 128 << 10, Progress = live });
        var each = (live.After[Late] - live.After[Early]) / (Late - Early);
        output.WriteLine($"{live.After[Early] >> 10} KiB after {Early} problems, {live.After[Late] >> 10} KiB after {Late}: {each} bytes a problem");
        Assert.True(each < AllowedBytes, $"{each} bytes a problem; {AllowedBytes} are allowed.");
    }

    /// <summary>How much of the heap was in use after so many problems.</summary>
    private sealed class LiveBytes : IProgress<long>
    {
        public Dictionary<long, long> After { get; } = [];

        public void Report(long problems)
        {
            if (problems is Early or Late)
            {
                After[problems] = GC.GetTotalMemory(forceFullCollection: true);
            }
        }
    }
}
