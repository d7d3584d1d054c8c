using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Durability;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Specification;
using SynthFarm.Farm.Tests.Support;

namespace SynthFarm.Farm.Tests.Promises;

/// <summary>Promises 1, 2, 4 and 6: killed at any point, a run loses nothing, repeats nothing and ends the same.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Problems = 24;

    private static readonly Lazy<Task<(IReadOnlyList<string> Stored, long Tokens, long InFlight)>> _clean = new(() => CleanAsync(Problems));

    private readonly FarmHarness _farm = new();

    public static TheoryData<string> Points => [.. FarmCrashPoint.All, .. CrashPoint.All.Where(point => point.StartsWith("corpus.", StringComparison.Ordinal))];

    public void Dispose() => _farm.Dispose();

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_crash_at_a_point_changes_nothing(string point)
    {
        var (clean, tokens, inFlight) = await _clean.Value;
        foreach (var occurrence in new[] { 1, 2, 4 })
        {
            using var farm = NewHarness();
            var crashed = await farm.CrashAsync("run", new ThrowingCrashPoints(point, occurrence));
            Assert.True(crashed || occurrence > 1, $"{point} was never reached.");
            var report = await farm.RunAsync();
            Assert.Equal(RunState.Finished, report.State);
            Assert.Equal(clean, farm.Stored());
            Assert.InRange(farm.Policy.Tokens, tokens, tokens + inFlight);
            Assert.InRange(report.AllStarts.GeneratedTokens, tokens - (crashed ? inFlight : 0), farm.Policy.Tokens);
        }
    }

    [Fact]
    public async Task Ten_crashes_at_random_moments_change_nothing()
    {
        var (clean, tokens, inFlight) = await CleanAsync(80);
        var random = new StableRandom(7);
        using var farm = NewHarness(80);

        // Merges come when enough parts are due, which what is left may not bring; each of their points is crashed at above.
        var points = Points.Select(row => row.Data).Where(point => !point.StartsWith("accept", StringComparison.Ordinal) && !point.StartsWith("corpus.merge", StringComparison.Ordinal)).ToList();
        var crashes = 0;
        while (crashes < 10)
        {
            if (await farm.CrashAsync("run", new ThrowingCrashPoints(points[random.Next(points.Count)], 1 + random.Next(2))))
            {
                crashes++;
            }
            else
            {
                break;
            }
        }

        await farm.RunAsync(withProblems: false);
        Assert.Equal(10, crashes);
        Assert.Equal(clean, farm.Stored());
        Assert.InRange(farm.Policy.Tokens, tokens, tokens + (crashes * inFlight));
    }

    [Theory]
    [InlineData(FarmCrashPoint.RecordsWaiting)]
    [InlineData(FarmCrashPoint.SegmentWritten)]
    [InlineData(CrashPoint.PartWritten)]
    [InlineData(CrashPoint.ManifestWritten)]
    public async Task A_full_disk_stops_the_run_with_the_first_cause_and_resuming_finishes_it(string point)
    {
        var (clean, _, _) = await _clean.Value;
        using var farm = NewHarness();
        var error = await Assert.ThrowsAsync<RunFailedException>(() => farm.RunAsync("run", new FullDisk(point, 2)));
        Assert.Contains("No space left on device", error.Message, StringComparison.Ordinal);
        var report = RunReportFiles.TryLoad(farm.At("run"))!;
        Assert.Equal((RunState.Failed, error.Message), (report.State, report.Error));
        using (var reader = RunReader.Open(farm.At("run")))
        {
            Assert.Equal(RunState.Failed, reader.Progress().State);
        }

        Assert.Equal(RunState.Finished, (await farm.RunAsync(withProblems: false)).State);
        Assert.Equal(clean, farm.Stored());
    }

    [Theory]
    [InlineData(CrashPoint.MergeWritten)]
    [InlineData(CrashPoint.MergeManifestWritten)]
    public async Task A_disk_too_full_to_merge_is_told_and_the_run_goes_on(string point)
    {
        var (clean, _, _) = await _clean.Value;
        using var farm = NewHarness();
        Assert.Equal(RunState.Finished, (await farm.RunAsync("run", new FullDisk(point, 1))).State);
        Assert.Contains(farm.Events.OfType<RunNotice>(), notice => notice.Text.Contains("not merged and stay as they are: No space left", StringComparison.Ordinal));
        Assert.Equal(clean, farm.Stored());
        Assert.Equal(RunState.Finished, (await farm.RunAsync()).State);
    }

    [Fact]
    public async Task A_torn_journal_is_cut_with_a_notice_and_the_run_ends_the_same()
    {
        var (clean, _, _) = await _clean.Value;
        using var farm = NewHarness();
        farm.Spec = farm.Spec with { Journal = new JournalOptions() }; // Large segments: a crash amid a rotation leaves two.
        await farm.CrashAsync("run", new ThrowingCrashPoints(FarmCrashPoint.StepsJournalled, 40));
        var segment = Assert.Single(Directory.GetFiles(farm.At("run", "journal")));
        using (var file = File.OpenWrite(segment))
        {
            file.SetLength(file.Length - 5);
        }

        await farm.RunAsync(withProblems: false);
        Assert.Contains(farm.Events.OfType<RunNotice>(), notice => notice.Text.Contains("unfinished record", StringComparison.Ordinal));
        Assert.Equal(clean, farm.Stored());
    }

    [Fact]
    public async Task A_changed_byte_in_the_journal_stops_the_run_by_file_and_offset()
    {
        using var farm = NewHarness();
        farm.Spec = farm.Spec with { Journal = new JournalOptions() }; // Large segments: a crash amid a rotation leaves two.
        await farm.CrashAsync("run", new ThrowingCrashPoints(FarmCrashPoint.StepsJournalled, 40));
        var segment = Assert.Single(Directory.GetFiles(farm.At("run", "journal")));
        var bytes = await File.ReadAllBytesAsync(segment);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(segment, bytes);
        var error = await Assert.ThrowsAsync<Farm.Journal.JournalException>(() => farm.RunAsync(withProblems: false));
        Assert.Matches(@"^journal/\d{6}\.journal: the record at offset \d+ is damaged", error.Message);
    }

    [Fact]
    public async Task A_second_run_on_the_directory_is_refused_by_process_id()
    {
        await using var first = await _farm.OpenWithProblemsAsync(3);
        var error = await Assert.ThrowsAsync<RunDirectoryException>(() => _farm.OpenAsync());
        Assert.Contains($"the process with the id {Environment.ProcessId} is working on this run", error.Message, StringComparison.Ordinal);
    }

    private static FarmHarness NewHarness(int problems = Problems)
    {
        var farm = new FarmHarness();
        farm.WriteProblems(problems);
        return farm;
    }

    /// <summary>The undisturbed run: what it stored, what it generated, and the most that can be in flight at once.</summary>
    private static async Task<(IReadOnlyList<string> Stored, long Tokens, long InFlight)> CleanAsync(int problems)
    {
        using var farm = NewHarness(problems);
        await farm.RunAsync();
        using var corpus = CorpusReader.Open(farm.At("run"));
        var largest = corpus.Read()
            .Max(finished => finished.Tree!.Steps.GroupBy(step => step.Depth).Max(depth => depth.Sum(step => (long)step.TokenIds.Count * step.Draws)));
        return (farm.Stored(), farm.Policy.Tokens, largest * farm.Spec.Concurrency);
    }

    private sealed class FullDisk(string point, int occurrence) : ICrashPoints
    {
        private int _left = occurrence;

        public void Reach(string reached)
        {
            if (reached == point && Interlocked.Decrement(ref _left) == 0)
            {
                throw new IOException("No space left on device : 'somewhere'");
            }
        }
    }
}
