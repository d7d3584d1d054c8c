namespace SynthFarm.Farm.Models;

/// <summary>What a run's models have computed.</summary>
public sealed record RunWork(ModelWork Policy, ModelWork Reward);
