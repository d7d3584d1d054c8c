using SynthFarm.Corpus.Publishing;
using SynthFarm.Formats.NamedColumns;
using SynthFarm.Formats.Tests.Support;

namespace SynthFarm.Formats.Tests.RoundTrips;

/// <summary>Samples in the shape of the published files: what is imported and exported again is what was there, up to the order of keys.</summary>
public class SampleTests
{
    /// <summary>Format, sample, and how many of its records the import's report names as left out.</summary>
    public static TheoryData<string, string, int> Samples => new()
    {
        { "gsm8k", "gsm8k.jsonl", 0 },
        { "math", "math", 0 },
        { "math", "math500.jsonl", 0 },
        { "prm800k", "prm800k-phase1.jsonl", 2 },
        { "prm800k", "prm800k-phase2.jsonl", 0 },
        { "math-shepherd", "math-shepherd.jsonl", 0 },
        { "mr-gsm8k", "mr-gsm8k.json", 0 },
        { "processbench", "processbench.json", 0 },
        { "o1-journey", "o1-journey.jsonl", 0 },
        { "still", "still.jsonl", 1 },
        { "sharegpt", "sharegpt.json", 0 },
        { "messages", "messages.jsonl", 1 },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Record_comes_back_through_its_tree_as_it_was(string format, string sample, int leftOut)
    {
        using var imports = new Imports();
        var report = await imports.RunAsync(format, Imports.Sample(sample), trees: true);
        var export = imports.Export(format, imports.Trees, Output(sample));

        RequireSame(Imports.Sample(sample), imports.Folder[Output(sample)], format, leftOut);
        Assert.Equal((export.Records, 0), (export.Restored, export.Losses.Count));
        Assert.Equal(leftOut, report.LeftOut.Where(pair => !pair.Key.StartsWith("no gold answer", StringComparison.Ordinal)).Sum(pair => pair.Value));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Record_comes_back_through_a_published_snapshot_as_it_was(string format, string sample, int leftOut)
    {
        using var imports = new Imports();
        await imports.RunAsync(format, Imports.Sample(sample), trees: true);
        await SnapshotPublisher.PublishAsync(imports.Trees, imports.Folder["snapshot"], cancellationToken: TestContext.Current.CancellationToken);
        imports.Export(format, imports.Folder["snapshot"], Output(sample));

        RequireSame(Imports.Sample(sample), imports.Folder[Output(sample)], format, leftOut);
    }

    [Theory]
    [InlineData("gsm8k", "gsm8k.jsonl")]
    [InlineData("math", "math")]
    [InlineData("math", "math500.jsonl")]
    [InlineData("jsonl", "plain.jsonl")]
    [InlineData("csv", "plain.csv")]
    public async Task Record_comes_back_through_the_problem_file_as_it_was(string format, string sample)
    {
        using var imports = new Imports();
        await imports.RunAsync(format, Imports.Sample(sample));
        imports.Export(format, imports.Problems, Output(sample));

        RequireSame(Imports.Sample(sample), imports.Folder[Output(sample)], format, leftOut: 0);
    }

    [Fact]
    public async Task File_of_one_record_over_many_lines_is_read_by_itself()
    {
        using var imports = new Imports();
        await imports.RunAsync("math", Path.Combine(Imports.Sample("math"), "train", "number_theory", "20.json"));

        var problem = Assert.Single(imports.ReadProblems());
        Assert.Equal(("Is $7$ prime?", "\\text{yes}", "Number Theory"), (problem.Statement, problem.Answer, problem.Topic));
    }

    [Fact]
    public async Task Csv_comes_back_byte_for_byte()
    {
        using var imports = new Imports();
        await imports.RunAsync("csv", Imports.Sample("plain.csv"));
        imports.Export("csv", imports.Problems, "again.csv");

        var before = await File.ReadAllTextAsync(Imports.Sample("plain.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(before.Replace(", spaced \r", ",\" spaced \"\r", StringComparison.Ordinal), await File.ReadAllTextAsync(imports.Folder["again.csv"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Parquet_columns_come_back_with_their_types_and_lists()
    {
        using var first = new Imports();
        await first.RunAsync("jsonl", Imports.Sample("plain.jsonl"));
        var report = first.Export("parquet", first.Problems, "plain.parquet");

        using var second = new Imports();
        await second.RunAsync("parquet", first.Folder["plain.parquet"]);
        var again = second.Export("parquet", second.Problems, "again.parquet");

        Assert.Equal(Imports.Records(first.Folder["plain.parquet"], "parquet"), Imports.Records(second.Folder["again.parquet"], "parquet"));
        Assert.Contains(report.Losses, loss => loss is { Field: "level", Reason: var reason } && reason.Contains("come back as null", StringComparison.Ordinal));
        Assert.Contains(report.Losses, loss => loss.Field == "answer" && loss.Reason.Contains("written as text", StringComparison.Ordinal));
        Assert.Contains(report.Losses, loss => loss.Field == "score" && loss.Reason.Contains("spelt in another way", StringComparison.Ordinal));
        Assert.Equal(0, again.Losses.Count(loss => loss.Reason.Contains("come back as null", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Solutions_in_a_named_column_come_back_with_the_other_columns()
    {
        var fields = new FieldNames { Answer = "gold", Solution = "answer", Label = "ok", Producer = "model" };
        using var imports = new Imports();
        var file = imports.Folder.Write("in.jsonl", """
            {"problem":"1+1?","gold":2,"answer":"One and one.\nThat is two.\n#### 2","ok":true,"model":"a"}
            {"problem":"1+1?","gold":2,"answer":"One and one.\nThat is three.\n#### 3","ok":false,"model":"b","n":1}
            {"problem":"1+1?","gold":2,"answer":"One and one.\nThat is two.\n#### 2","ok":true,"model":"c"}
            """);
        var report = await imports.RunAsync("jsonl", file, trees: true, fields, request => request with { Source = "mine", License = "CC0" });
        imports.Export("jsonl", imports.Trees, "out.jsonl", fields);

        Assert.Equal((1, 3, 7, 2, 1, 3, 0), (report.Problems, report.Solutions, report.Steps, report.Answers.Correct, report.Answers.Wrong, report.Answers.LabelAgrees, report.Answers.LabelDiffers));
        RequireSame(file, imports.Folder["out.jsonl"], "jsonl", leftOut: 0);
        Assert.Equal(("mine", "CC0"), (imports.ReadProblems()[0].Source, imports.ReadProblems()[0].License));
    }

    [Fact]
    public async Task Same_input_gives_the_same_bytes()
    {
        using var first = new Imports();
        using var second = new Imports();
        foreach (var imports in new[] { first, second })
        {
            await imports.RunAsync("prm800k", Imports.Sample("prm800k-phase1.jsonl"), trees: true);
        }

        Assert.Equal(await File.ReadAllBytesAsync(first.Problems, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(second.Problems, TestContext.Current.CancellationToken));
        Assert.Equal(Directory.GetFiles(Path.Combine(first.Trees, "trees")).Select(Path.GetFileName), Directory.GetFiles(Path.Combine(second.Trees, "trees")).Select(Path.GetFileName));
    }

    private static string Output(string sample) => Path.GetExtension(sample).Length == 0 ? "exported" : $"exported{Path.GetExtension(sample)}";

    private static void RequireSame(string before, string after, string format, int leftOut)
    {
        var (expected, found) = (Imports.Records(before, format), Imports.Records(after, format));
        Assert.Equal(expected.Count - leftOut, found.Count);
        Assert.All(found, record => Assert.Contains(record, expected));
        Assert.Equal(found.Count, found.Distinct().Count() + (expected.Count - expected.Distinct().Count()));
    }
}
