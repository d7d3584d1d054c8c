using System.Text.Json;
using SynthFarm.Cli.Tests.Surface;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Reading;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Cli.Tests.Corpus;

public class CorpusSelectTests
{
    [Fact]
    public async Task Rows_are_marked_listed_and_selected()
    {
        using var folder = new TemporaryFolder();
        var snapshot = await SnapshotAsync(folder);
        var ids = Ids(snapshot);
        var marked = await CommandRunner.RunAsync("corpus", "mark", snapshot, ids[0], "--reject", "--note", "wrong\nunits", "--by", "ann");
        Assert.Equal((0, $"reject  {ids[0]} of sft in {snapshot}.marks.jsonl\n", ""), (marked.ExitCode, marked.Output, marked.Error));
        await File.AppendAllTextAsync($"{snapshot}.marks.jsonl", "{\"row_id\":", TestContext.Current.CancellationToken);

        var listed = await CommandRunner.RunAsync("corpus", "marks", snapshot);
        Assert.Equal($"{snapshot}.marks.jsonl: the last line is cut short and does not count.\n", listed.Error);
        Assert.Contains($"{ids[0]}  reject  ann  ", listed.Output);
        Assert.Contains("wrong\\nunits\n", listed.Output);
        Assert.EndsWith("1 rows marked: 0 accepted, 1 rejected, 0 flagged (1 marks).\n", listed.Output);

        var selected = await CommandRunner.RunAsync(
            "corpus", "select", snapshot, "--out", folder["t"], "--set", "selection.budget.rows=4", "--marks", "--output", "json");
        Assert.Equal((0, ""), (selected.ExitCode, selected.Error));
        var report = JsonDocument.Parse(selected.Output).RootElement.GetProperty("report");
        Assert.Equal(4, report.GetProperty("after").GetProperty("rows").GetInt32());
        Assert.DoesNotContain(ids[0], Ids(folder["t"]));
        var check = await CommandRunner.RunAsync("corpus", "check", folder["t"]);
        Assert.StartsWith("sound: ", check.Output);
    }

    [Theory]
    [InlineData("corpus select SNAPSHOT --out OUT --set selection.budgets.rows=4", "--set selection.budgets.rows: unknown key \"selection.budgets\"; did you mean \"budget\"?")]
    [InlineData("corpus select SNAPSHOT --out OUT --set selection.noise.share=2", "--set selection.noise.share: selection.noise.share is 2; allowed are 0 to 1.")]
    [InlineData("corpus select SNAPSHOT --out OUT --set search.beam.width=2", "--set search.beam.width: search.beam.width is no key of selection, which is what this command takes.")]
    [InlineData("corpus select SNAPSHOT --out OUT --marks", "--marks: there is no file ")]
    [InlineData("corpus select SNAPSHOT --out SNAPSHOT", "is a snapshot with other contents")]
    [InlineData("corpus select OUT --out OUT", "is no snapshot")]
    [InlineData("corpus mark SNAPSHOT nobody --flag", "ROW_ID: no row of SNAPSHOT has the id \"nobody\".")]
    [InlineData("corpus mark SNAPSHOT nobody --flag --accept", "Exactly one of --accept, --reject and --flag is needed.")]
    [InlineData("corpus mark SNAPSHOT nobody", "Exactly one of --accept, --reject and --flag is needed.")]
    public async Task Wrong_input_is_named_and_nothing_is_done(string line, string error)
    {
        using var folder = new TemporaryFolder();
        var snapshot = await SnapshotAsync(folder);
        var result = await CommandRunner.RunAsync([.. line.Split(' ').Select(word => word.Replace("SNAPSHOT", snapshot, StringComparison.Ordinal).Replace("OUT", folder["out"], StringComparison.Ordinal))]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(error.Replace("SNAPSHOT", snapshot, StringComparison.Ordinal), result.Error);
        Assert.False(Directory.Exists(folder["out"]));
        Assert.False(File.Exists($"{snapshot}.marks.jsonl"));
    }

    private static async Task<string> SnapshotAsync(TemporaryFolder folder)
    {
        using (var corpus = LiveCorpus.Open(folder["run"], FinishedProblems.Lineage))
        {
            await corpus.CommitAsync(FinishedProblems.Mixture(12), TestContext.Current.CancellationToken);
        }

        return (await SnapshotPublisher.PublishAsync(folder["run"], folder["s"], cancellationToken: TestContext.Current.CancellationToken)).Directory;
    }

    private static List<string> Ids(string snapshot)
    {
        using var reader = ParquetReader.Open(Path.Combine(snapshot, "sft", "train-00000-of-00001.parquet"));
        return [.. reader.Values<string>("id")];
    }
}
