using SynthFarm.Core.Randomness;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Makes untrained models.</summary>
public static class LlamaInitializer
{
    /// <summary>
    /// Every matrix normally distributed around 0, norms 1, biases and the score head 0. The same seed gives the same model.
    /// </summary>
    /// <param name="config">Shape of the model.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="standardDeviation">Of the matrices. Default 0.05.</param>
    public static LlamaWeights Create(LlamaConfig config, ulong seed, double standardDeviation = 0.05)
    {
        var weights = new LlamaWeights(config);
        var random = new StableRandom(seed);
        foreach ((string name, long[] shape) in LlamaTensors.All(config))
        {
            float[] values = weights[name];
            if (name is LlamaTensors.Score or LlamaTensors.ScoreBias) continue;
            if (shape.Length == 1) Array.Fill(values, 1f);
            else
                for (int i = 0; i < values.Length; i++) values[i] = (float)(random.NextGaussian() * standardDeviation);
        }

        return weights;
    }

    /// <summary>A reward model that starts from a policy: its decoder, and a score head at 0, so that every score starts at one half.</summary>
    public static LlamaWeights RewardModelFrom(LlamaWeights policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var reward = new LlamaWeights(policy.Config with { Head = LlamaHead.Score });
        foreach ((string name, float[] values) in reward.Tensors)
            if (policy.Tensors.TryGetValue(name, out float[]? source)) source.CopyTo(values, 0);
        return reward;
    }
}
