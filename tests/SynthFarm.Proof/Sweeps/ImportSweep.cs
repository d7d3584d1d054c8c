using System.IO.Compression;
using System.Text;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>Measures rates and peak memory of an import for a small and a large file, plain and compressed, without trees and with them.</summary>
internal sealed class ImportSweep : Sweep
{
    private const double AllowedGrowth = 1.25;
    private const long AllowedBytes = 256L << 20;
    private const long AllowedWithTrees = 512L << 20;
    private const int Share = 20;

    public override string Name => "import";

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        var large = options.Problems > 0 ? options.Problems : 400_000;
        var small = Math.Max(1, large / Share);
        await HoldAsync(workspace, report, "plain", small, large, compressed: false);
        await HoldAsync(workspace, report, "gzip", small, large, compressed: true);

        // The store merges its parts as they grow in number and size: the smaller file is one that has all of that going on.
        await HoldAsync(workspace, report, "with trees", Math.Max(1, large / 4), Math.Max(1, large * 3 / 4), compressed: false, "--trees", workspace["trees"]);
    }

    private static async Task HoldAsync(Workspace workspace, ProofReport report, string what, int small, int large, bool compressed, params string[] more)
    {
        var before = await MeasureAsync(workspace, report, what, small, compressed, more);
        var after = await MeasureAsync(workspace, report, what, large, compressed, more);
        var allowed = more.Length == 0 ? AllowedBytes : AllowedWithTrees;
        report.Require(after <= allowed, $"{what}: {after >> 20} MiB for {large} records");
        report.Require(after <= AllowedGrowth * before, $"{what}: {after >> 20} MiB for {large} records, {before >> 20} MiB for {small}");
    }

    private static async Task<long> MeasureAsync(Workspace workspace, ProofReport report, string what, int records, bool compressed, string[] more)
    {
        var file = workspace["records"];
        var bytes = Write(file, records, compressed);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var end = await workspace.MustAsync(["problems", "import", "--format", "gsm8k", file, "--out", workspace["imported.jsonl"], "--output", "json", .. more]);
        var seconds = watch.Elapsed.TotalSeconds;
        var written = File.ReadLines(workspace["imported.jsonl"]).LongCount();
        report.Say($"{what}: {records:N0} records, {bytes >> 20:N0} MiB of text: peak {end.PeakMemoryBytes >> 20} MiB, {seconds:F1} s, {records / seconds:N0} records/s");
        report.Require(written == records, $"{what}: {written} problems of {records} records");
        File.Delete(file);
        if (Directory.Exists(workspace["trees"]))
        {
            Directory.Delete(workspace["trees"], recursive: true);
        }

        return end.PeakMemoryBytes;
    }

    /// <returns>Bytes of text.</returns>
    private static long Write(string path, int records, bool compressed)
    {
        using var file = File.Create(path);
        using Stream output = compressed ? new GZipStream(file, CompressionLevel.Fastest) : file;
        var bytes = 0L;
        for (var i = 0L; i < records; i++)
        {
            var line = new StringBuilder($"{{\"question\":\"Box {i} holds {i % 97} rows of {i % 89} pens. How many pens are in it?\",\"answer\":\"");
            for (var step = 0; step < 12; step++)
            {
                // Digits that do not repeat, so that the ratio of the compressed file is that of real text.
                line.Append($"Step {step}: row {(i * 7919) + (step * 104_729)} has {(i * 31) % (89 + step)} pens, {(i * 6_700_417) + step} so far.\\n");
            }

            var text = Encoding.UTF8.GetBytes(line.Append($"#### {i % 97 * (i % 89)}\"}}\n").ToString());
            output.Write(text);
            bytes += text.Length;
        }

        return bytes;
    }
}
