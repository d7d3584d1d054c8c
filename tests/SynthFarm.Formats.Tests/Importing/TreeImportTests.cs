using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Store;
using SynthFarm.Formats.Tests.Support;
using SynthFarm.TestKit;
using SynthFarm.TestKit.Reasoning;

namespace SynthFarm.Formats.Tests.Importing;

/// <summary>What becomes of the solutions: trees that anything in the product reads.</summary>
public class TreeImportTests
{
    [Theory]
    [InlineData("prm800k", "prm800k-phase1.jsonl")]
    [InlineData("prm800k", "prm800k-phase2.jsonl")]
    [InlineData("math-shepherd", "math-shepherd.jsonl")]
    [InlineData("mr-gsm8k", "mr-gsm8k.json")]
    [InlineData("processbench", "processbench.json")]
    [InlineData("still", "still.jsonl")]
    [InlineData("gsm8k", "gsm8k.jsonl")]
    [InlineData("sharegpt", "sharegpt.json")]
    public async Task Trees_are_as_reviewed(string format, string sample)
    {
        using var imports = new Imports();
        var report = await imports.RunAsync(format, Imports.Sample(sample), trees: true);

        // The checker's version is its own affair.
        var text = string.Concat(imports.ReadTrees().Select(finished => $"{finished.Problem.Statement}\n= {finished.Problem.Answer} {finished.Outcome} {finished.Verifier.Split('/')[0]}\n{TreeText.Describe(finished.Tree!)}\n"));
        Golden.Verify($"{text}answers {report.Answers}\nleft out {string.Join(", ", report.LeftOut)}\n", $"{Path.GetFileNameWithoutExtension(sample)}.txt");
    }

    [Fact]
    public async Task Siblings_keep_their_ratings_and_the_chosen_one_goes_on()
    {
        using var imports = new Imports();
        await imports.RunAsync("prm800k", Imports.Sample("prm800k-phase1.jsonl"), trees: true);

        var tree = Assert.Single(imports.ReadTrees()).Tree!;
        Assert.Equal([Verdict.Correct, Verdict.Wrong, Verdict.Unknown], tree.Children(0).Select(id => tree[id].Verdict));
        Assert.Equal([3, 0, 0], tree.Children(0).Select(id => tree.Children(id).Count));
        var human = tree.Steps.Single(step => step.Producer == "prm800k:human");
        Assert.Equal(["There are 4.\n", "There are 5.\n"], tree.Children(human.Id).Select(id => tree[id].Text));
        Assert.Equal("Answer: 4", tree.CorrectLeaves().Single().Text);
    }

    [Fact]
    public async Task Solutions_of_one_problem_share_their_equal_steps()
    {
        using var imports = new Imports();
        await imports.RunAsync("math-shepherd", Imports.Sample("math-shepherd.jsonl"), trees: true);

        var tree = imports.ReadTrees().Single(finished => finished.Problem.Answer == "12").Tree!;
        Assert.Equal(2, tree[Assert.Single(tree.Children(0))].Draws);
        Assert.Equal([Verdict.Correct, Verdict.Wrong], tree.Steps.Where(step => step.Terminal == TerminalKind.Answer).Select(step => step.AnswerVerdict.Verdict));
    }

    [Fact]
    public async Task Problem_without_a_gold_answer_is_not_written_but_its_tree_is_kept()
    {
        using var imports = new Imports();
        var report = await imports.RunAsync("processbench", Imports.Sample("processbench.json"), trees: true);

        Assert.Equal((1, 2, 1), (report.Problems, report.Trees, report.LeftOut["no gold answer: the tree is kept, the problem is not written"]));
        Assert.Equal("14", Assert.Single(imports.ReadProblems()).Answer);
        var unsolved = imports.ReadTrees().Single(finished => finished.Problem.Statement == "Nobody solves this.");
        Assert.Equal((ProblemOutcome.Exhausted, "label:processbench"), (unsolved.Outcome, unsolved.Verifier));
        Assert.Equal(Verdict.Wrong, unsolved.Tree!.Steps.Single(step => step.Terminal == TerminalKind.Answer).AnswerVerdict.Verdict);
    }

    [Fact]
    public async Task Label_that_differs_from_our_verdict_is_kept_and_counted()
    {
        using var imports = new Imports();
        var file = imports.Folder.Write("a.json", "[{\"uuid\":\"u\",\"question\":\"1+1?\",\"ground_truth_answer\":\"2\",\"model_output_steps\":[\"It is 2.\",\"#### 2\"],"
            + "\"model_output_answer_correctness\":\"incorrect\",\"model_output_solution_correctness\":\"correct\",\"model_output_solution_first_error_step\":\"N/A\"}]");

        var report = await imports.RunAsync("mr-gsm8k", file, trees: true);

        Assert.Equal((1, 0, 1), (report.Answers.Correct, report.Answers.LabelAgrees, report.Answers.LabelDiffers));
        var leaf = imports.ReadTrees()[0].Tree!.CorrectLeaves().Single();
        Assert.Equal((Verdict.Correct, Verdict.Wrong, "mr-gsm8k"), (leaf.AnswerVerdict.Verdict, leaf.Verdict, leaf.CritiqueSource));
    }

    [Fact]
    public async Task Without_trees_the_report_names_what_is_lost()
    {
        using var imports = new Imports();
        var report = await imports.RunAsync("prm800k", Imports.Sample("prm800k-phase1.jsonl"));

        Assert.Equal((3, 1, 1, 1), (report.Read, report.Problems, report.LeftOut["quality-control question"], report.LeftOut["screening question"]));
        Assert.Equal(
            ["generation", "is_initial_screening_question", "is_quality_control_question", "label", "labeler", "timestamp"],
            report.Losses.Select(loss => loss.Field));
        Assert.All(report.Losses, loss => Assert.Equal("part of the solution; --trees DIR keeps it", loss.Reason));
    }

    [Fact]
    public async Task Limit_stops_and_problems_keep_the_order_of_the_file()
    {
        using var imports = new Imports();
        var file = imports.Folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, 50).Select(i => $"{{\"problem\":\"n{i}?\",\"answer\":{i}}}\n")));

        var report = await imports.RunAsync("jsonl", file, change: request => request with { Limit = 20 });

        Assert.Equal((20, 20), (report.Read, report.Problems));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"n{i}?"), imports.ReadProblems().Select(problem => problem.Statement));
    }
}
