using SynthFarm.Formats.NamedColumns;
using SynthFarm.Formats.Tests.Support;

namespace SynthFarm.Formats.Tests.RoundTrips;

/// <summary>Real files that lie beside the repository; skipped where they are absent.</summary>
public class SharedDataTests
{
    [Fact]
    public async Task Thousand_gsm8k_problems_come_back_as_they_were()
    {
        var file = Find("gsm8k-train-1000.jsonl");
        using var imports = new Imports();
        var report = await imports.RunAsync("gsm8k", file);
        imports.Export("gsm8k", imports.Problems, "back.jsonl");

        Assert.Equal((1000, 1000, 0, 0), (report.Read, report.Problems, report.Duplicates, report.Losses.Count));
        Assert.Equal(Imports.Records(file, "gsm8k"), Imports.Records(imports.Folder["back.jsonl"], "gsm8k"));
    }

    [Fact]
    public async Task Model_solutions_become_trees_and_come_back_as_they_were()
    {
        var file = Find("gsm8k-model-solutions.jsonl");
        var fields = new FieldNames { Answer = "gold", Solution = "answer", Label = "expected", Producer = "model" };
        using var imports = new Imports();
        var report = await imports.RunAsync("jsonl", file, trees: true, fields);
        imports.Export("jsonl", imports.Trees, "back.jsonl", fields);

        Assert.Equal((800, 200, 200, 800), (report.Read, report.Problems, report.Trees, report.Solutions));
        Assert.True(report.Answers.LabelAgrees >= 796, $"{report.Answers}");
        Assert.Equal(Imports.Records(file, "jsonl"), Imports.Records(imports.Folder["back.jsonl"], "jsonl"));
    }

    private static string Find(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "SynthFarm.sln")))
        {
            root = root.Parent;
        }

        var folder = Environment.GetEnvironmentVariable("SYNTHFARM_SHARED_DATA") ?? (root is null ? null : Path.Combine(root.FullName, "..", "shared", "data"));
        var path = folder is null ? null : Path.Combine(folder, name);
        Assert.SkipUnless(path is not null && File.Exists(path), $"../shared/data/{name} is not beside the repository");
        return path!;
    }
}
