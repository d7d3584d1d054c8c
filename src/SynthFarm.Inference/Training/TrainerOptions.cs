namespace SynthFarm.Inference.Training;

/// <summary>How a model is trained. Everything but the checkpoint settings decides the resulting weights.</summary>
public sealed record TrainerOptions
{
    /// <summary>Optimizer steps, at least 1.</summary>
    public required long Steps { get; init; }

    /// <summary>Sequences per step, at least 1. Default 48.</summary>
    public int BatchSequences { get; init; } = 48;

    /// <summary>Peak learning rate, above 0. Default 2e-3.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Steps over which the rate rises linearly to its peak, 0 or more. Default 100.</summary>
    public long WarmupSteps { get; init; } = 100;

    /// <summary>The cosine schedule ends at this share of the peak, 0 to 1. Default 0.</summary>
    public double MinimumLearningRateRatio { get; init; }

    /// <summary>Decoupled weight decay on matrices (not on norms and biases), 0 or more. Default 0.05.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>Decay of the mean gradient, from 0 to below 1. Default 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the mean squared gradient, from 0 to below 1. Default 0.98.</summary>
    public double Beta2 { get; init; } = 0.98;

    /// <summary>Added to the root of the mean squared gradient, above 0. Default 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Largest norm of the whole gradient, above 0; infinity to leave it alone. Default 1.</summary>
    public double Clip { get; init; } = 1;

    /// <summary>Given to the source of examples. Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Threads, each with a fixed part of the batch, 1 to 64. Part of the result, because sums of gradients round differently
    /// for other parts. Default 2.
    /// </summary>
    public int Shards { get; init; } = 2;

    /// <summary>Tokens a shard handles at once, at least 1: bounds memory, not the batch. Default 1024.</summary>
    public int MicroBatchTokens { get; init; } = 1024;

    /// <summary>Folder for checkpoints, one subfolder each; null for none.</summary>
    public string? CheckpointDirectory { get; init; }

    /// <summary>Steps between checkpoints, at least 1. Default 500. One more is written after the last step.</summary>
    public long CheckpointEverySteps { get; init; } = 500;

    /// <summary>Newest checkpoints to keep, at least 1. Default 2.</summary>
    public int KeepCheckpoints { get; init; } = 2;

    /// <exception cref="ArgumentException">An option is out of its bounds; the message names it, the value and the bound.</exception>
    public void Validate()
    {
        Require(Steps >= 1, nameof(Steps), Steps, "at least 1");
        Require(BatchSequences >= 1, nameof(BatchSequences), BatchSequences, "at least 1");
        Require(LearningRate > 0 && double.IsFinite(LearningRate), nameof(LearningRate), LearningRate, "above 0 and finite");
        Require(WarmupSteps >= 0, nameof(WarmupSteps), WarmupSteps, "0 or more");
        Require(MinimumLearningRateRatio is >= 0 and <= 1, nameof(MinimumLearningRateRatio), MinimumLearningRateRatio, "0 to 1");
        Require(WeightDecay >= 0 && double.IsFinite(WeightDecay), nameof(WeightDecay), WeightDecay, "0 or more and finite");
        Require(Beta1 is >= 0 and < 1, nameof(Beta1), Beta1, "from 0 to below 1");
        Require(Beta2 is >= 0 and < 1, nameof(Beta2), Beta2, "from 0 to below 1");
        Require(Epsilon > 0 && double.IsFinite(Epsilon), nameof(Epsilon), Epsilon, "above 0 and finite");
        Require(Clip > 0, nameof(Clip), Clip, "above 0");
        Require(Shards is >= 1 and <= 64, nameof(Shards), Shards, "1 to 64");
        Require(MicroBatchTokens >= 1, nameof(MicroBatchTokens), MicroBatchTokens, "at least 1");
        Require(CheckpointEverySteps >= 1, nameof(CheckpointEverySteps), CheckpointEverySteps, "at least 1");
        Require(KeepCheckpoints >= 1, nameof(KeepCheckpoints), KeepCheckpoints, "at least 1");
    }

    private static void Require(bool holds, string name, object value, string bound)
    {
        if (!holds) throw new ArgumentException($"{name} is {value}; it must be {bound}.");
    }
}
