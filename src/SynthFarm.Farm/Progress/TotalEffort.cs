using SynthFarm.Farm.Models;

namespace SynthFarm.Farm.Progress;

/// <summary>
/// What all starts of a run cost together. A start that was killed left no report: it counts in <see cref="GeneratedTokens"/> alone, up to
/// its last journalled step.
/// </summary>
public sealed record TotalEffort
{
    /// <summary>Starts that ended with a report, this one included.</summary>
    public required int Starts { get; init; }

    public required double Seconds { get; init; }

    /// <summary>Generated tokens, those of killed starts included: what the run has cost.</summary>
    public required long GeneratedTokens { get; init; }

    public required long PolicyCalls { get; init; }

    public required long ScoredSteps { get; init; }

    /// <summary>The largest working set of any of them.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>Token positions computed; null where the models of none of them count.</summary>
    public RunWork? Work { get; init; }

    /// <param name="earlier">What the starts before cost; null when there is no report of any.</param>
    /// <param name="start">What this one cost.</param>
    /// <param name="generatedBefore">Tokens of earlier starts as the journal has them.</param>
    internal static TotalEffort Of(TotalEffort? earlier, RunEffort start, long generatedBefore) => new()
    {
        Starts = (earlier?.Starts ?? 0) + 1,
        Seconds = Math.Round((earlier?.Seconds ?? 0) + start.Seconds, 3),
        // The journal may have been moved away, and the report knows nothing of killed starts.
        GeneratedTokens = Math.Max(earlier?.GeneratedTokens ?? 0, generatedBefore) + start.GeneratedTokens,
        PolicyCalls = (earlier?.PolicyCalls ?? 0) + start.PolicyCalls,
        ScoredSteps = (earlier?.ScoredSteps ?? 0) + start.ScoredSteps,
        PeakMemoryBytes = Math.Max(earlier?.PeakMemoryBytes ?? 0, start.PeakMemoryBytes),
        Work = earlier?.Work is { } before && start.Work is { } now ? before + now : earlier?.Work ?? start.Work,
    };
}
