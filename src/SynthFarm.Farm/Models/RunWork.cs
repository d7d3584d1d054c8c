namespace SynthFarm.Farm.Models;

/// <summary>What a run's models have computed.</summary>
public sealed record RunWork(ModelWork Policy, ModelWork Reward)
{
    /// <summary>What both have computed together.</summary>
    public static RunWork operator +(RunWork left, RunWork right) => new(left.Policy + right.Policy, left.Reward + right.Reward);

    /// <summary>What was computed since.</summary>
    public static RunWork operator -(RunWork now, RunWork before) => new(now.Policy - before.Policy, now.Reward - before.Reward);
}
