using System.Diagnostics;
using SynthFarm.Proof.Processes;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;
using SynthFarm.TestKit.Models.Served;

namespace SynthFarm.Proof.Sweeps;

/// <summary>
/// Puts a server that does everything wrong before one that does not, and runs the same problems again and again: every run must end well and publish the embedded
/// models' bytes. Each begins with a server that is healthy and silent, until the run has said why it idles.
/// </summary>
internal sealed class ChaosSweep : Sweep
{
    private const string Options = "&silence=1&tries=1000";
    private static readonly TimeSpan _silent = TimeSpan.FromSeconds(8);
    private static readonly ChaosFault[] _faults = Enum.GetValues<ChaosFault>();

    public override string Name => "chaos";

    public override IReadOnlyList<string> Settings => ["limits.idleSeconds=3"];

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        await workspace.GenerateAsync(options.Problems > 0 ? options.Problems : 20);
        var embedded = await workspace.UndisturbedAsync("embedded");
        using var engine = await ServedEngine.StartAsync(workspace.Program);
        var watch = Stopwatch.StartNew();
        var totals = _faults.ToDictionary(fault => fault, _ => 0);
        for (var round = 1; round == 1 || watch.Elapsed < TimeSpan.FromMinutes(options.Minutes); round++)
        {
            var start = round;
            await using var server = new ChaosServerDouble(new Uri(engine.Url), n => (n + start) % 4 == 0 ? _faults[(n / 4) % _faults.Length] : null) { IsSilent = true };
            var (policy, reward) = ServedEngine.Addresses(server.Url, Options);
            using var running = workspace.Program.Start(workspace.RunArguments("chaotic", policy, reward));
            await running.FirstErrorLineAsync();
            await Task.Delay(_silent);
            server.IsSilent = false;
            var end = await running.EndAsync();
            report.Require(end.ExitCode == 0, $"round {round}: {end}");
            report.Require(
                end.Error.Contains("no new step for", StringComparison.Ordinal) && end.Error.Contains($"; {server.Url}: ", StringComparison.Ordinal),
                $"round {round}: the run did not say why it idled, but: {end.Error}");
            await RequireEqualAsync(workspace, "chaotic", embedded.Files, report, $"round {round}");
            var (run, requests) = (workspace.Report("chaotic"), server.Requests);
            report.Say($"round {round}: {run.Totals.Finished} problems ended, {run.Totals.Failed} failed, {run.Effort.Seconds:F1} s, {requests:N0} requests, {server.Faults.Values.Sum():N0} of them met faults, {run.Effort.Served?.Repeated:N0} sent again");
            foreach (var (fault, count) in server.Faults)
            {
                totals[fault] += count;
            }

            workspace.Remove("chaotic");
        }

        report.Say($"faults: {string.Join(", ", totals.Select(pair => $"{pair.Value} {pair.Key}"))}");
        report.Require(totals.Values.All(count => count > 0), $"a kind of fault never came");
    }
}
