using SynthFarm.Core.Randomness;
using SynthFarm.Farm.Progress;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;

namespace SynthFarm.Proof.Sweeps;

/// <summary>
/// Kills a run at random moments and publications too, goes on each time, and holds the outcome to an undisturbed run's: the same bytes, and
/// hardly more tokens.
/// </summary>
internal sealed class KillSweep : Sweep
{
    private const string Run = "killed";
    private const double AllowedTokens = 1.02;
    private const int PublicationKills = 3;

    public override string Name => "kills";

    public override async Task RunAsync(Workspace workspace, ProofOptions options, ProofReport report)
    {
        var problems = options.Problems > 0 ? options.Problems : 2000;
        await workspace.GenerateAsync(problems);
        var clean = await workspace.UndisturbedAsync("undisturbed");
        var tokens = clean.Report.AllStarts.GeneratedTokens;
        report.Say($"undisturbed: {problems} problems, {clean.Report.Totals.Accepted} accepted, {tokens:N0} tokens, {clean.Report.Effort.Seconds:F1} s");

        var random = new Seed(options.Seed).CreateRandom();
        var kills = await KillRunsAsync(workspace, options.Kills, clean.Report.Effort.Seconds, random, report);
        report.Require(kills > 0, $"no kill came before the run had ended");
        report.Say($"{kills} of {options.Kills} kills came before the run had ended");
        var resumed = await workspace.Program.RunAsync(workspace.ResumeArguments(Run));
        report.Require(resumed.ExitCode == 0, $"the last resume ended with {resumed}");
        RequireTokens(workspace.Report(Run), clean, kills, options.Concurrency, report);

        for (var kill = 0; kill < PublicationKills; kill++)
        {
            using var publication = workspace.Program.Start(workspace.PublishArguments(Run));
            await Task.Delay(TimeSpan.FromSeconds(0.2 + (random.NextDouble() * 0.6)));
            publication.Kill();
            var end = await publication.EndAsync();
            report.Say($"publication killed: {(end.IsKilled ? "before its end" : "too late")}");
        }

        await RequireEqualAsync(workspace, Run, clean.Files, report, $"after {kills} kills");
        report.Say($"{clean.Files.Hashes.Count} Parquet files compared byte for byte");
    }

    /// <summary>Starts the run again and again; each moment is drawn so that the kills to come share what is left to do.</summary>
    private static async Task<int> KillRunsAsync(Workspace workspace, int wanted, double seconds, StableRandom random, ProofReport report)
    {
        var (kills, left) = (0, 1.0);
        while (kills < wanted)
        {
            var isAccepted = workspace.IsAccepted(Run);
            using var running = workspace.Program.Start(isAccepted ? workspace.ResumeArguments(Run) : workspace.RunArguments(Run));
            // Every fourth kill may come while the process is still starting.
            if (kills % 4 != 3)
            {
                await running.FirstErrorLineAsync();
            }

            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * 1.5 * seconds * left / (wanted - kills + 1)));
            running.Kill();
            if (!(await running.EndAsync()).IsKilled)
            {
                break;
            }

            kills++;
            left = await ShareOpenAsync(workspace);
            report.Say($"kill {kills}: {100 * left:F1} % of the problems are open");
        }

        return kills;
    }

    private static async Task<double> ShareOpenAsync(Workspace workspace)
    {
        if (!workspace.IsAccepted(Run))
        {
            return 1;
        }

        var status = await workspace.MustAsync("status", workspace.Place(Run), "--output", "json");
        using var json = System.Text.Json.JsonDocument.Parse(status.Output);
        return json.RootElement.GetProperty("open").GetDouble() / json.RootElement.GetProperty("problems").GetDouble();
    }

    /// <summary>A killed start counts up to its last journalled step, so what it had in flight then is allowed for, and told apart.</summary>
    private static void RequireTokens(RunReport killed, RunFigures clean, int kills, int concurrency, ProofReport report)
    {
        var (once, all) = (clean.Report.AllStarts.GeneratedTokens, killed.AllStarts.GeneratedTokens);
        var inFlight = kills * concurrency * clean.LargestExpansion;
        report.Say($"tokens: {all:N0} over all starts, {(double)all / once:F4} of one pass; in flight at {kills} kills at most {inFlight:N0} ({(double)inFlight / once:F4})");
        report.Require(all <= (AllowedTokens * once) + inFlight, $"{all} tokens were generated, {once} in one pass, {inFlight} could be in flight");
        report.Require(killed.Totals.Tokens == clean.Report.Totals.Tokens, $"the trees hold {killed.Totals.Tokens} tokens, {clean.Report.Totals.Tokens} undisturbed");
        report.Require(killed.Totals.Finished == clean.Report.Problems && killed.Open == 0, $"{killed.Totals.Finished} of {clean.Report.Problems} problems ended");
    }
}
