using System.Globalization;
using System.Text;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Statistics;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Statistics;

public sealed class CorpusStatisticsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_run_and_its_snapshot_are_counted()
    {
        var problems = FinishedProblems.Mixture(20)
            .Append(FinishedProblems.Accepted(21, split: "test", level: "hard"))
            .Append(FinishedProblems.Exhausted(22, level: "hard")).ToList();
        var run = await Farmed.RunAsync(_directory["run"], problems);
        await SnapshotPublisher.PublishAsync(run, _directory["s"], Farmed.Options with { Includes = p => p.Id != "p-1" });
        Golden.Verify($"{Print(await CorpusStatistics.OfAsync(run))}\n{Print(await CorpusStatistics.OfAsync(_directory["s"]))}");
    }

    [Fact]
    public void Free_text_in_a_field_does_not_fill_the_memory()
    {
        var counter = new YieldCounter();
        for (var i = 0; i < 1000; i++)
        {
            counter.Add("topic", $"topic {i:D3}", i % 2 == 0);
        }

        var rows = counter.ToRows();
        Assert.Equal(YieldCounter.MaxValues + 1, rows.Count);
        Assert.Equal(new YieldRow("topic", "(other)", 900, 450), rows[0]);
    }

    private static string Print(CorpusStatistics statistics)
    {
        var text = new StringBuilder();
        foreach (var c in statistics.Configs)
        {
            text.Append(CultureInfo.InvariantCulture, $"config {c.Config}/{c.Split}: {c.Rows} rows in {c.Shards}\n");
        }

        foreach (var s in statistics.Funnel)
        {
            text.Append(CultureInfo.InvariantCulture, $"funnel {s.Name}: {s.Count}\n");
        }

        foreach (var s in statistics.Rejections)
        {
            text.Append(CultureInfo.InvariantCulture, $"rejected {s.Name}: {s.Count}\n");
        }

        foreach (var c in statistics.Labels.Concat(statistics.Omissions))
        {
            text.Append(CultureInfo.InvariantCulture, $"{c.Config}: {c.Name} {c.Count}\n");
        }

        foreach (var y in statistics.Yields)
        {
            text.Append(CultureInfo.InvariantCulture, $"yield {y.Field}={y.Value}: {y.Accepted} of {y.Problems}, {y.Yield:P0}\n");
        }

        foreach (var (name, d) in statistics.Distributions)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}: n {d.Count}, {d.Min} to {d.Max}, mean {d.Mean:F2}, p50 {d.P50}, p90 {d.P90}, p99 {d.P99}; {string.Join(" ", d.Buckets.Select(b => $"{b.From}-{b.To}:{b.Count}"))}\n");
        }

        return text.ToString();
    }
}
