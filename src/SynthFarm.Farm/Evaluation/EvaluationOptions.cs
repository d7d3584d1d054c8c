namespace SynthFarm.Farm.Evaluation;

/// <summary>What is measured, on which problems.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Problems per group. Default 200. At least 1.</summary>
    public int Problems { get; init; } = 200;

    /// <summary>Decides problems and samples. Default 5.</summary>
    public ulong Seed { get; init; } = 5;

    /// <summary>Samples for majority and best-of-n. Default 16.</summary>
    public int Samples { get; init; } = 16;

    /// <summary>Beam width and samples per step. Default 4.</summary>
    public int BeamWidth { get; init; } = 4;

    /// <summary>Temperature of everything but greedy. Default 0.8.</summary>
    public double Temperature { get; init; } = 0.8;

    /// <summary>Problems worked on at a time; does not change the result. Default 64.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>The groups, all from the held-out split.</summary>
    public IReadOnlyList<EvaluationGroup> Groups { get; init; } =
    [
        new("countdown, 3 numbers", "countdown", 3, 3),
        new("countdown, 4 numbers", "countdown", 4, 4),
        new("arithmetic, 2 to 5 operations", "arithmetic", 2, 5),
        new("arithmetic, 6 to 10 operations", "arithmetic", 6, 10),
    ];
}
