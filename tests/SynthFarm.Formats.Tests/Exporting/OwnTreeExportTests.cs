using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Store;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Tests.Support;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Formats.Tests.Exporting;

/// <summary>Trees that the farm grew, written in every format and read back.</summary>
public class OwnTreeExportTests
{
    [Theory]
    [InlineData("gsm8k")]
    [InlineData("math")]
    [InlineData("prm800k")]
    [InlineData("math-shepherd")]
    [InlineData("o1-journey")]
    [InlineData("still")]
    [InlineData("sharegpt")]
    [InlineData("messages")]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("parquet")]
    public async Task What_is_exported_can_be_imported(string format)
    {
        using var imports = new Imports();
        await CommitAsync(imports, [.. FinishedProblems.Mixture(12)]);

        var report = imports.Export(format, imports.Folder["own"], "exported.jsonl");
        Assert.True(report.Records > 0, $"{report}");
        var again = await imports.RunAsync(format, imports.Folder["exported.jsonl"], trees: format is not ("jsonl" or "csv" or "parquet"));

        Assert.Equal(report.Records, again.Read);
        Assert.Empty(again.Faults);
        Assert.Contains(report.Losses, loss => loss.Field.StartsWith("steps", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mr-gsm8k")]
    [InlineData("processbench")]
    public async Task Paths_whose_steps_nobody_judged_are_not_passed_off_as_right(string format)
    {
        using var imports = new Imports();
        await CommitAsync(imports, [.. FinishedProblems.Mixture(12)]);

        var report = imports.Export(format, imports.Folder["own"], "exported.jsonl");

        Assert.Equal(0, report.Records);
        Assert.Contains(report.Losses, loss => loss.Field == "paths" && loss.Reason.Contains("nobody judged these steps", StringComparison.Ordinal));
    }

    [Fact]
    public async Task First_wrong_step_is_found_by_the_familys_step_checker()
    {
        using var imports = new Imports();
        var problem = Problem.Create(new ProblemFields { Statement = "Compute 2 + 3 * 4.", Answer = "14", Kind = "arithmetic" });
        var tree = new ReasoningTree("t", problem);
        var first = tree.Append(0, Step("3 * 4 = 12\n")).Id;
        tree.Append(tree.Append(first, Step("2 + 12 = 14\n")).Id, Answer("14", Verdict.Correct));
        tree.Append(tree.Append(first, Step("2 + 12 = 15\n")).Id, Answer("15", Verdict.Wrong));
        await CommitAsync(imports, [new FinishedProblem { Problem = problem, Tree = tree, Outcome = ProblemOutcome.Accepted, Verifier = "arithmetic/1" }]);

        var (bench, graded) = (imports.Export("processbench", imports.Folder["own"], "a.jsonl"), imports.Export("mr-gsm8k", imports.Folder["own"], "b.jsonl"));

        Assert.Equal((2, 2), (bench.Records, graded.Records));
        Assert.Equal(
            [
                "{\"final_answer_correct\":false,\"generator\":\"tiny\",\"id\":\"" + problem.Id + "-5\",\"label\":1,\"problem\":\"Compute 2 + 3 * 4.\",\"steps\":[\"3 * 4 = 12\",\"2 + 12 = 15\",\"Answer: 15\"]}",
                "{\"final_answer_correct\":true,\"generator\":\"tiny\",\"id\":\"" + problem.Id + "-3\",\"label\":-1,\"problem\":\"Compute 2 + 3 * 4.\",\"steps\":[\"3 * 4 = 12\",\"2 + 12 = 14\",\"Answer: 14\"]}",
            ],
            Imports.Records(imports.Folder["a.jsonl"], "processbench"));
    }

    [Fact]
    public void Format_with_solutions_needs_trees()
    {
        using var imports = new Imports();
        var file = imports.Folder.Write("p.jsonl", "{\"problem\":\"x\",\"answer\":\"1\"}\n");

        var exception = Assert.Throws<ImportException>(() => imports.Export("still", file, "out"));

        Assert.Equal($"{file}: is no folder; still holds solutions and is written from a run directory or a snapshot.", exception.Message);
    }

    [Fact]
    public void Problem_file_with_faults_is_refused_and_nothing_is_written()
    {
        using var imports = new Imports();
        var file = imports.Folder.Write("p.jsonl", "{\"problem\":\"x\",\"answer\":\"1\"}\n{\"problem\":\"x\"}\n");

        var exception = Assert.Throws<ImportException>(() => imports.Export("gsm8k", file, "out"));

        Assert.Equal($"{file}: line 2, column 1, field answer: found none; allowed is a string that is not blank, or a number", exception.Message);
        Assert.Equal(["p.jsonl"], imports.Folder.Entries);
    }

    [Fact]
    public void Fields_the_format_has_no_place_for_are_named()
    {
        using var imports = new Imports();
        var file = imports.Folder.Write("p.jsonl", "{\"id\":\"a\",\"problem\":\"x\",\"answer\":\"1\",\"level\":\"2\",\"topic\":\"t\",\"meta\":{\"k\":1}}\n");

        Assert.Equal(["id", "level", "meta.k", "topic"], imports.Export("gsm8k", file, "out").Losses.Select(loss => loss.Field));
        Assert.Equal(["id", "meta.k"], imports.Export("math", file, "out.jsonl").Losses.Select(loss => loss.Field));
        Assert.Empty(imports.Export("jsonl", file, "out").Losses);
    }

    private static async Task CommitAsync(Imports imports, IReadOnlyList<FinishedProblem> problems)
    {
        using var corpus = LiveCorpus.Open(imports.Folder["own"], FinishedProblems.Lineage);
        await corpus.CommitAsync(problems, TestContext.Current.CancellationToken);
    }

    private static StepDraft Step(string text) => new() { Text = text, TokenIds = [1], Producer = "tiny" };

    private static StepDraft Answer(string answer, Verdict verdict) => Step($"Answer: {answer}") with
    {
        Terminal = TerminalKind.Answer, Answer = answer, AnswerVerdict = new AnswerVerdict(verdict, "checked", "test"),
    };
}
