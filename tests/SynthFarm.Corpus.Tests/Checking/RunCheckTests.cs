using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Checking;

public sealed class RunCheckTests : IDisposable
{
    private readonly TemporaryDirectory _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task The_corpus_of_a_run_is_sound_and_orphans_are_only_noted()
    {
        await Farmed.RunAsync(_run.Path, FinishedProblems.Mixture(20), batch: 7);
        await File.WriteAllTextAsync(_run["trees/part-0123.parquet"], "x");
        var report = await SnapshotChecker.CheckAsync(_run.Path);
        Assert.True(report.IsSound);
        Assert.Equal(CheckSeverity.Note, Assert.Single(report.Findings).Severity);
        Assert.Equal(14, report.AnswersConfirmed);
        Assert.Equal(20 + FinishedProblems.Mixture(20).Sum(p => p.Tree?.Count ?? 0), report.Rows);
    }

    [Fact]
    public async Task Damage_to_any_file_of_the_corpus_is_named()
    {
        await Farmed.RunAsync(_run.Path, FinishedProblems.Mixture(20), batch: 7);
        foreach (var (path, bytes) in Farmed.Files(_run.Path).Where(f => !f.Path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            foreach (var at in new[] { 0, bytes.Length / 3, bytes.Length / 2, bytes.Length - 1 })
            {
                bytes[at] ^= 0x10;
                await File.WriteAllBytesAsync(_run[path], bytes);
                var report = await SnapshotChecker.CheckAsync(_run.Path);
                Assert.False(report.IsSound);
                Assert.All(report.Findings, f => Assert.Contains(path, f.ToString()));
                bytes[at] ^= 0x10;
            }

            await File.WriteAllBytesAsync(_run[path], bytes);
        }
    }

    [Fact]
    public async Task An_accepted_problem_without_a_confirmed_answer_is_named()
    {
        var exhausted = FinishedProblems.Exhausted(3);
        await Farmed.RunAsync(_run.Path, [FinishedProblems.Accepted(2), exhausted with { Outcome = ProblemOutcome.Accepted }]);
        var report = await SnapshotChecker.CheckAsync(_run.Path);
        Assert.Contains("p-3", Assert.Single(report.Findings).Where);
    }
}
