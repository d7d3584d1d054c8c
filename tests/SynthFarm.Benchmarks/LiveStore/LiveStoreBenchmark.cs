using System.Diagnostics;
using System.Globalization;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.Corpus.Comparison;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Benchmarks.LiveStore;

/// <summary>What merging parts costs while committing and saves afterwards: commits, reopening, publishing.</summary>
internal sealed class LiveStoreBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "live-store";

    /// <inheritdoc/>
    public string Summary => "commits, reopening and publishing of a run with and without merged parts (--problems 20000 --batch 64 --rounds 5)";

    /// <inheritdoc/>
    public async Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output)
    {
        var (problems, batch, rounds) = (arguments.Number("problems", 20_000), arguments.Number("batch", 64), arguments.Number("rounds", 5));
        var folder = Directory.CreateTempSubdirectory("synthfarm-live-store-");
        try
        {
            var (plain, merged) = (Path.Combine(folder.FullName, "plain"), Path.Combine(folder.FullName, "merged"));
            await CommitAsync("without merging", plain, problems, batch, new LiveCorpusOptions { MergeParts = 0 }, output).ConfigureAwait(false);
            await CommitAsync("with merging", merged, problems, batch, new LiveCorpusOptions(), output).ConfigureAwait(false);
            Compare("reopen", rounds, output, [
                new("merged, summaries", () => Reopen(merged, reader => reader.Summaries().Count())),
                new("unmerged, summaries", () => Reopen(plain, reader => reader.Summaries().Count())),
                new("unmerged, trees", () => Reopen(plain, reader => reader.Read().Count())),
            ]);
            var number = 0;
            Compare("publish", Math.Max(1, rounds / 2), output, [
                new("merged", () => Publish(merged)),
                new("unmerged", () => Publish(plain)),
            ]);
            var (a, b) = ($"{merged}-1", $"{plain}-2");
            Compare("diff", 1, output, [new("equal snapshots", () => CorpusDiff.CompareAsync(a, b).GetAwaiter().GetResult())]);
            return 0;

            void Publish(string run) => SnapshotPublisher.PublishAsync(run, $"{run}-{++number}").GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CommitAsync(string name, string run, int problems, int batch, LiveCorpusOptions options, TextWriter output)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, cpu, longest) = (Stopwatch.StartNew(), process.TotalProcessorTime, TimeSpan.Zero);
        using var peak = new MemoryPeak();
        using (var corpus = LiveCorpus.Open(run, SyntheticProblems.Lineage, options))
        {
            foreach (var numbers in Enumerable.Range(1, problems).Chunk(batch))
            {
                var finished = numbers.Select(SyntheticProblems.Create).ToList();
                var commit = Stopwatch.StartNew();
                await corpus.CommitAsync(finished).ConfigureAwait(false);
                longest = commit.Elapsed > longest ? commit.Elapsed : longest;
            }

            await corpus.MergeAsync().ConfigureAwait(false);
        }

        process.Refresh();
        var manifest = LiveManifest.Load(run);
        var bytes = new FileInfo(Path.Combine(run, "corpus", "manifest.json")).Length;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"commits {name}: {manifest.Sequence} commits, {manifest.Merges} merges, {manifest.Parts.Count} parts, manifest {bytes:N0} bytes; {watch.Elapsed.TotalSeconds:F1} s, {(process.TotalProcessorTime - cpu).TotalSeconds:F1} CPU-s, longest commit {longest.TotalMilliseconds:F0} ms, peak {peak.Mebibytes} MiB")).ConfigureAwait(false);
    }

    private static void Reopen(string run, Func<CorpusReader, int> read)
    {
        using var reader = CorpusReader.Open(run);
        read(reader);
    }

    private static void Compare(string what, int rounds, TextWriter output, (string Name, Action Work)[] contestants)
    {
        var samples = Rounds.Run([.. contestants.Select(c => Contestant.InProcess(c.Name, c.Work))], rounds);
        foreach (var (contestant, taken) in contestants.Zip(samples))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}, {contestant.Name}: {Rounds.Median(taken.Select(s => s.Wall)):F2} s, {Rounds.Median(taken.Select(s => s.Cpu)):F2} CPU-s, {Rounds.MedianRatio(samples[0], taken, s => s.Cpu):F1} times the first"));
        }
    }
}
