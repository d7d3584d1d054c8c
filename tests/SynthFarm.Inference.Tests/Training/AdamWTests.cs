using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Training;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Training;

public sealed unsafe class AdamWTests
{
    [Fact]
    public void Two_updates_follow_the_formula_and_only_matrices_decay()
    {
        var layout = new ParameterLayout(new LlamaConfig
        {
            HiddenSize = 4, Layers = 1, Heads = 1, KeyValueHeads = 1, HeadDim = 4, IntermediateSize = 3, VocabularySize = 5, MaxPositions = 8,
        });
        var options = new TrainerOptions { Steps = 2, WeightDecay = 0.1, Epsilon = 1e-6 };
        using var optimizer = new AdamW(layout);
        using NativeBuffer parameters = new(layout.Length), gradients = new(layout.Length);
        parameters.Span.Fill(2);
        double[] expected = [2, 2];
        double mean = 0, square = 0;
        for (int step = 1; step <= 2; step++)
        {
            float gradient = step == 1 ? 0.5f : -0.25f;
            gradients.Span.Fill(2 * gradient);
            optimizer.Update(options, step, 0.01, 0.5f, parameters.Pointer, gradients.Pointer, 0, 2);
            optimizer.Update(options, step, 0.01, 0.5f, parameters.Pointer, gradients.Pointer, 1, 2);
            mean = 0.9 * mean + 0.1 * gradient;
            square = 0.98 * square + 0.02 * gradient * gradient;
            double change = 0.01 * (mean / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(square / (1 - Math.Pow(0.98, step))) + 1e-6);
            expected = [expected[0] * (1 - 0.01 * 0.1) - change, expected[1] - change];
        }

        Assert.Equal(expected[0], parameters.Span[(int)layout.Offset(LlamaTensors.Embedding)], 1e-6);
        Assert.Equal(expected[0], parameters.Span[(int)layout.Offset(LlamaTensors.Down(0)) + 11], 1e-6);
        Assert.Equal(expected[1], parameters.Span[(int)layout.Offset(LlamaTensors.FinalNorm) + 3], 1e-6);
    }

    [Fact]
    public void Reduction_adds_the_shards_and_measures_the_norm()
    {
        var layout = new ParameterLayout(new LlamaConfig
        {
            HiddenSize = 64, Layers = 1, Heads = 4, KeyValueHeads = 4, HeadDim = 16, IntermediateSize = 40, VocabularySize = 700, MaxPositions = 8,
        });
        using var optimizer = new AdamW(layout);
        using NativeBuffer one = new(layout.Length), two = new(layout.Length), three = new(layout.Length);
        one.Span.Fill(1);
        two.Span.Fill(0.5f);
        three.Span.Fill(-0.25f);
        for (int part = 0; part < 3; part++) optimizer.Reduce([one, two, three], part, 3);
        long count = layout.Slices.Sum(slice => (long)slice.Length);
        Assert.Equal(1.25 * Math.Sqrt(count), optimizer.GradientNorm(), 1e-6 * count);
        foreach (ParameterSlice slice in layout.Slices) Assert.All(FlatParameters.Span(one, slice).ToArray(), value => Assert.Equal(1.25f, value));
    }

    [Theory]
    [InlineData(0, 0.01)]
    [InlineData(9, 0.1)]
    [InlineData(10, 0.1)]
    [InlineData(60, 0.055)] // half-way down to a tenth
    [InlineData(110, 0.01)]
    public void Learning_rate_rises_linearly_and_falls_along_a_cosine(long step, double expected) =>
        Assert.Equal(expected, LearningRateSchedule.At(step, new TrainerOptions { Steps = 110, LearningRate = 0.1, WarmupSteps = 10, MinimumLearningRateRatio = 0.1 }), 1e-12);
}
