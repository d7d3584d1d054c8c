using SynthFarm.Inference.Tests.Decoding;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Weights;

/// <summary>Frequencies worked out by hand: head_dim 8 and theta 10000 give 1, 0.1, 0.01 and 0.001.</summary>
public class RopeFrequenciesTests
{
    [Fact]
    public void Plain_frequencies_fall_by_powers_of_theta() => AssertFrequencies(null, 1, 0.1, 0.01, 0.001);

    [Fact]
    public void Linear_scaling_divides_them_all() => AssertFrequencies(new RopeScaling(RopeScalingType.Linear, 4), 0.25, 0.025, 0.0025, 0.00025);

    /// <summary>
    /// Wave lengths are 6.28, 62.8, 628 and 6283. With 1000 positions, shorter than 250 is kept, longer than 1000 divided by 8, and 628 mixed:
    /// (1000 / 628.32 - 1) / 3 = 0.19718 of 0.01 and the rest of 0.00125.
    /// </summary>
    [Fact]
    public void Llama_3_keeps_short_waves_stretches_long_ones_and_mixes_between() => AssertFrequencies(
        new RopeScaling(RopeScalingType.Llama3, 8) { OriginalPositions = 1000 }, 1, 0.1, (0.19718 * 0.01) + (0.80282 * 0.00125), 0.000125);

    /// <summary>
    /// Over 1000 positions 32 turns lie at dimension 8 ln(1000 / 201.06) / (2 ln 10000) = 0.70, one turn at 2.20: dimension 0 is kept, 3 and on
    /// divided by 4, 1 and 2 mixed by a third and two thirds.
    /// </summary>
    [Fact]
    public void Yarn_keeps_fast_dimensions_stretches_slow_ones_and_raises_the_amplitude()
    {
        var scaling = new RopeScaling(RopeScalingType.Yarn, 4) { OriginalPositions = 1000 };
        AssertFrequencies(scaling, 1, 0.1 * ((2.0 / 3) + (1.0 / 12)), 0.01 * ((1.0 / 3) + (2.0 / 12)), 0.00025);
        Assert.Equal((0.1 * Math.Log(4)) + 1, RopeFrequencies.Of(Config(scaling)).Amplitude, 12);
        Assert.Equal(1.5, RopeFrequencies.Of(Config(scaling with { AttentionFactor = 1.5 })).Amplitude, 12);
    }

    private static void AssertFrequencies(RopeScaling? scaling, params double[] expected)
    {
        double[] actual = RopeFrequencies.Of(Config(scaling)).PerPosition;
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(1, actual[i] / expected[i], 4);
    }

    private static LlamaConfig Config(RopeScaling? scaling) => TestModels.Even with { HeadDim = 8, RopeTheta = 10_000, RopeScaling = scaling };
}
