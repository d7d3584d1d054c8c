using SynthFarm.Farm.Models;

namespace SynthFarm.Farm.Progress;

/// <summary>What one start of a run cost.</summary>
public sealed record RunEffort
{
    /// <summary>When it was opened, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    public required double Seconds { get; init; }

    public required long GeneratedTokens { get; init; }

    public required long PolicyCalls { get; init; }

    public required long ScoredSteps { get; init; }

    /// <summary>Generated tokens per second over the whole start.</summary>
    public required double TokensPerSecond { get; init; }

    /// <summary>The process's largest working set so far.</summary>
    public required long PeakMemoryBytes { get; init; }

    public required int Concurrency { get; init; }

    /// <summary>Token positions that the models have computed since the run was opened; null where the models do not count.</summary>
    public RunWork? Work { get; init; }

    /// <summary>What servers were asked; null where no model is served.</summary>
    public ServedWork? Served { get; init; }
}
