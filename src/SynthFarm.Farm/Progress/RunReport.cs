using System.Diagnostics;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Farm.Progress;

/// <summary>What became of a run, as written to <c>report.json</c> and <c>report.md</c>. The only files of a run that hold times.</summary>
public sealed record RunReport
{
    public required RunState State { get; init; }

    /// <summary>The first cause when the run failed; otherwise null.</summary>
    public string? Error { get; init; }

    public required string ConfigHash { get; init; }

    public required string Policy { get; init; }

    public required string Reward { get; init; }

    public required string Search { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Problems the run is to do.</summary>
    public required long Problems { get; init; }

    public required long Duplicates { get; init; }

    public required long Absent { get; init; }

    /// <summary>Problems not ended.</summary>
    public required long Open { get; init; }

    public required RunTotals Totals { get; init; }

    /// <summary>Tokens per accepted problem, over all finished trees; null when none was accepted.</summary>
    public required double? TokensPerAccepted { get; init; }

    /// <summary>Where answer rules disagree on the answers of text problems; null where there are none or the comparison is off.</summary>
    public PanelReport? Panel { get; init; }

    /// <summary>What this start has generated, scored and called.</summary>
    public required RunEffort Effort { get; init; }

    /// <summary>The same over this start and all before it.</summary>
    public required TotalEffort AllStarts { get; init; }

    internal static RunReport Create(
        RunFile file, RunProgress progress, DateTimeOffset startedAt, RunWork? work, ServedWork? served, PanelReport? panel, TotalEffort? earlier, string? error)
    {
        using var process = Process.GetCurrentProcess();
        var seconds = Math.Max(progress.Elapsed.TotalSeconds, 1e-9);
        var totals = progress.Totals;
        var effort = new RunEffort
        {
            Started = startedAt,
            Seconds = Math.Round(progress.Elapsed.TotalSeconds, 3),
            GeneratedTokens = progress.GeneratedTokens,
            PolicyCalls = progress.PolicyCalls,
            ScoredSteps = progress.ScoredSteps,
            TokensPerSecond = Math.Round(progress.GeneratedTokens / seconds, 1),
            PeakMemoryBytes = process.PeakWorkingSet64,
            Concurrency = file.Spec.Concurrency,
            Work = work,
            Served = served,
        };
        return new RunReport
        {
            State = progress.State,
            Error = error,
            ConfigHash = file.ConfigHash,
            Policy = file.Configuration["policy"]!.GetValue<string>(),
            Reward = file.Configuration["reward"]!.GetValue<string>(),
            Search = file.Spec.Search.Name,
            Seed = file.Spec.Seed,
            Problems = progress.Problems,
            Duplicates = progress.Duplicates,
            Absent = progress.Absent,
            Open = progress.Problems - totals.Finished,
            Totals = totals,
            TokensPerAccepted = totals.Accepted > 0 ? Math.Round((double)totals.Tokens / totals.Accepted, 1) : null,
            Panel = panel,
            Effort = effort,
            AllStarts = TotalEffort.Of(earlier, effort, progress.GeneratedBefore),
        };
    }
}
