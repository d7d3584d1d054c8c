using System.Globalization;
using System.Text.Json;
using SynthFarm.Proof.Processes;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>
/// Runs the same problems with the embedded models, with the same models served, and from the recorded answers, and compares the published files; then word
/// problems as GSM8K has them, which the shipped models cannot solve.
/// </summary>
internal sealed class ServedSweep : Sweep
{
    private const int WordProblems = 20;

    public override string Name => "served";

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        await workspace.GenerateAsync(options.Problems > 0 ? options.Problems : 100);
        var embedded = await workspace.UndisturbedAsync("embedded");
        var (policy, reward) = ("", "");
        using (var engine = await ServedEngine.StartAsync(workspace.Program))
        {
            (policy, reward) = ServedEngine.Addresses(engine.Url);
            await workspace.MustAsync([.. workspace.RunArguments("served", policy, reward, "--record", workspace["answers"])]);
            var (here, there) = (embedded.Report, workspace.Report("served"));
            report.Say($"embedded: {here.Totals.Accepted} of {here.Problems} accepted, {here.Effort.TokensPerSecond:N0} tokens/s; served: {there.Totals.Accepted}, {there.Effort.TokensPerSecond:N0} tokens/s, {there.Effort.Served?.Answers:N0} answers");
            report.Require(here.Totals.Accepted == there.Totals.Accepted, $"served models solve {there.Totals.Accepted}, embedded ones {here.Totals.Accepted}");
            await RequireEqualAsync(workspace, "served", embedded.Files, report, "served, compared with embedded");
            await WordProblemsAsync(workspace, policy, reward, options, report);
        }

        // The server is gone.
        await workspace.MustAsync([.. workspace.RunArguments("replayed", policy, reward, "--replay", workspace["answers"])]);
        await RequireEqualAsync(workspace, "replayed", SnapshotFiles.Read(workspace.PublishArguments("served")[^1]), report, "replayed, compared with served");
    }

    /// <summary>The first lines of GSM8K where the file lies beside the repository, and problems of our own in its form always.</summary>
    private static async Task WordProblemsAsync(Workspace workspace, string policy, string reward, ProofOptions options, ProofReport report)
    {
        await File.WriteAllLinesAsync(workspace["own.jsonl"], Enumerable.Range(1, WordProblems).Select(Own));
        var files = new List<string> { workspace["own.jsonl"] };
        if (SharedFile("gsm8k-train-1000.jsonl") is { } shared)
        {
            await File.WriteAllLinesAsync(workspace["gsm8k.jsonl"], File.ReadLines(shared).Take(options.Problems > 0 ? options.Problems : WordProblems));
            files.Add(workspace["gsm8k.jsonl"]);
        }
        else
        {
            report.Say($"GSM8K is not beside the repository; our own problems alone.");
        }

        foreach (var file in files)
        {
            var (name, problems) = (Path.GetFileNameWithoutExtension(file), Path.ChangeExtension(file, ".problems"));
            await workspace.MustAsync("problems", "import", "--format", "gsm8k", file, "--out", problems);
            string[] line = [.. workspace.RunArguments(name, policy, reward)];
            line[Array.IndexOf(line, "--problems") + 1] = problems;
            await workspace.MustAsync(line);
            var totals = workspace.Report(name).Totals;
            var expected = File.ReadLines(problems).Count();
            report.Say($"{name}: {totals.Exhausted} of {expected} exhausted, {totals.Accepted} accepted, {totals.Failed} failed");
            report.Require(totals.Exhausted == expected && totals.Failed == 0, $"{name}: {totals.Exhausted} of {expected} exhausted, {totals.Failed} failed");
        }
    }

    private static string Own(int n)
    {
        var (boxes, pens, given) = (n + 3, (2 * n) + 5, n + 1);
        var total = boxes * pens;
        return JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["question"] = string.Create(CultureInfo.InvariantCulture, $"A shop has {boxes} boxes with {pens} pens in each. It gives {given} pens to a school. How many pens are left?"),
            ["answer"] = string.Create(CultureInfo.InvariantCulture, $"The shop has {boxes} * {pens} = <<{boxes}*{pens}={total}>>{total} pens.\nAfter the gift {total} - {given} = <<{total}-{given}={total - given}>>{total - given} are left.\n#### {total - given}"),
        });
    }

    private static string? SharedFile(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "SynthFarm.sln")))
        {
            root = root.Parent;
        }

        var folder = Environment.GetEnvironmentVariable("SYNTHFARM_SHARED_DATA") ?? (root is null ? null : Path.Combine(root.FullName, "..", "shared", "data"));
        var path = folder is null ? null : Path.Combine(folder, name);
        return File.Exists(path) ? path : null;
    }
}
