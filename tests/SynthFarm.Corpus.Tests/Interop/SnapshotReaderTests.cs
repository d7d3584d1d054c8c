using System.Text.Json.Nodes;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;
using SynthFarm.TestKit.Interop;

namespace SynthFarm.Corpus.Tests.Interop;

/// <summary>Published snapshots in DuckDB, hyparquet and parquet-wasm.</summary>
public sealed class SnapshotReaderTests : IDisposable
{
    private static readonly string[] _readers = ["duckdb", "hyparquet", "parquet-wasm"];
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Every_config_empty_of_one_problem_and_of_many_reads_alike_in_every_reader()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        await PublishAsync("empty", []);
        await PublishAsync("one", [FinishedProblems.Countdown(1)]);
        await PublishAsync("many", [.. FinishedProblems.Mixture(40), .. Enumerable.Range(1, 40).Select(n => FinishedProblems.Countdown(n, n % 5 == 0 ? "test" : null))]);
        AssertReadAlike("empty", "one", "many");
    }

    [Fact]
    public async Task A_step_of_twenty_megabytes_survives_publishing_checking_and_every_reader()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");
        var snapshot = await PublishAsync("large", [Large()]);
        var report = await SnapshotChecker.CheckAsync(snapshot);
        Assert.Empty(report.Findings);
        Assert.Equal(
            "sft 1, shortcut 1, dpo 1, dpo_pairs 1, dpo_steps 1, dpo_thoughts 1, prm 2, rl 1, kto 2, kto_messages 2, processbench 2, trees 5, rejections 0",
            string.Join(", ", SnapshotManifest.Load(snapshot).Configs.Select(c => $"{c.Name} {c.Splits.Single().Rows}")));

        AssertReadAlike("large");
    }

    /// <summary>All readers give the manifest's rows and the same values in every column of every file.</summary>
    private void AssertReadAlike(params string[] snapshots)
    {
        foreach (var snapshot in snapshots)
        {
            var files = SnapshotManifest.Load(_directory[snapshot]).Files.Where(f => f.Rows is not null).ToDictionary(f => f.Path);
            var lines = NodeScripts.Run("read-parquet.mjs", _directory[snapshot]).Select(line => JsonNode.Parse(line)!).ToList();
            Assert.Equal(_readers.Length * files.Count, lines.Count);
            foreach (var file in lines.GroupBy(line => (string)line["file"]!))
            {
                Assert.All(file, line => Assert.Equal(files[file.Key].Rows, (long)line["rows"]!));
                Assert.Equal(_readers, file.Select(line => (string)line["reader"]!).Order());
                Assert.Single(file.Select(line => line["columns"]!.ToJsonString()).Distinct());
            }
        }
    }

    private async Task<string> PublishAsync(string name, IReadOnlyList<FinishedProblem> problems)
    {
        await Farmed.RunAsync(_directory[$"run-{name}"], problems);
        await SnapshotPublisher.PublishAsync(_directory[$"run-{name}"], _directory[name], Farmed.Options);
        return _directory[name];
    }

    /// <summary>A tree whose correct path holds a step of 20 MB.</summary>
    private static FinishedProblem Large()
    {
        var problem = Problem.Create(new ProblemFields { Id = "large", Statement = "What is 6 + 1?", Answer = "7" });
        var tree = new ReasoningTree("large-tree", problem);
        foreach (var (text, answer) in new[] { (LongText(), "7"), ("I guess", "8") })
        {
            var step = tree.Append(0, new StepDraft { Text = text + "\n", TokenIds = [1, 2, 3] });
            var verdict = Core.Answers.AnswerCheckers.For(problem).Check(problem, answer);
            tree.Append(step.Id, new StepDraft { Text = $"Answer: {answer}", TokenIds = [4], Terminal = TerminalKind.Answer, Answer = answer, AnswerVerdict = verdict });
        }

        return FinishedProblems.Accepted(7) with { Problem = problem, Tree = tree };
    }

    private static string LongText()
        => string.Concat(Enumerable.Range(0, 400_000).Select(i => $"Let me see whether {i % 100} fits: größe 😀 it does not. "));
}
