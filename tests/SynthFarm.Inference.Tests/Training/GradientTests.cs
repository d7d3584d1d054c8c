using SynthFarm.Core.Randomness;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Training;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Training;

public sealed unsafe class GradientTests
{
    private static readonly LlamaConfig Tiny = new()
    {
        HiddenSize = 8, Layers = 2, Heads = 4, KeyValueHeads = 2, HeadDim = 4, IntermediateSize = 12, VocabularySize = 11, MaxPositions = 64,
    };

    private static readonly LlamaConfig Wide = Tiny with { HiddenSize = 20, HeadDim = 10, IntermediateSize = 21, VocabularySize = 37, Layers = 1 };

    public static TheoryData<LlamaConfig> LanguageModels() =>
        [Tiny, Tiny with { TieWordEmbeddings = false }, Wide, Wide with { KeyValueHeads = 4, TieWordEmbeddings = false }];

    public static TheoryData<LlamaConfig> RewardModels() => [Tiny with { Head = LlamaHead.Score }, Wide with { Head = LlamaHead.Score }];

    [Theory]
    [MemberData(nameof(LanguageModels))]
    public void Next_token_loss_and_gradient_agree_with_a_double_precision_reference(LlamaConfig config)
    {
        var random = new StableRandom(7);
        TrainingExample[] examples = [.. new[] { 3, 1, 37, 5 }.Select(length => new TrainingExample(
            Tokens(random, length, config), [.. Enumerable.Range(0, length).Select(i => i == 0 || i % 3 == 1 ? 0 : 0.5f + i % 2)]))];
        Compare(config, examples, new NextTokenObjective(), model => examples.Sum(example =>
            TokenLoss(model, example.Tokens, example.LossWeights, model.Hidden(example.Tokens))));
    }

    [Theory]
    [MemberData(nameof(RewardModels))]
    public void Step_score_loss_and_gradient_agree_with_a_double_precision_reference(LlamaConfig config)
    {
        var random = new StableRandom(8);
        RewardExample[] examples = [.. new[] { 2, 35, 6 }.Select(length => new RewardExample(
            Tokens(random, length, config), [0, length - 1], [0.25f, 1]))];
        Compare(config, examples, new StepScoreObjective(), model => examples.Sum(example => ScoreLoss(model, example, model.Hidden(example.Tokens))));
    }

    [Fact]
    public void Step_scores_and_next_tokens_add_up_also_at_one_position()
    {
        var random = new StableRandom(9);
        LlamaConfig config = Tiny with { Head = LlamaHead.Score };
        RewardExample[] examples =
        [
            new(Tokens(random, 6, config), [2, 5], [0.25f, 1]) { NextTokenWeights = [0, 0, 1, 0.5f, 0, 2] },
            new(Tokens(random, 4, config), [3], [0.5f]),
            new(Tokens(random, 5, config), [], []) { NextTokenWeights = [0, 1, 0, 1, 1] },
        ];
        Assert.Equal(2 + 3.5 + 1 + 3, examples.Sum(new StepScoreObjective().Weight));
        Compare(config, examples, new StepScoreObjective(), model => examples.Sum(example =>
        {
            double[][] hidden = model.Hidden(example.Tokens);
            return ScoreLoss(model, example, hidden) + TokenLoss(model, example.Tokens, example.NextTokenWeights ?? new float[example.Tokens.Length], hidden);
        }));
    }

    [Fact]
    public void A_reward_model_without_tied_embeddings_cannot_predict_tokens()
    {
        var example = new RewardExample([1, 2], [1], [1]) { NextTokenWeights = [0, 1] };
        var objective = new StepScoreObjective();
        objective.Check(example, Tiny with { Head = LlamaHead.Score });

        var error = Assert.Throws<ArgumentException>(() => objective.Check(example, Tiny with { Head = LlamaHead.Score, TieWordEmbeddings = false }));
        Assert.Contains("only with tied embeddings", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => objective.Check(example with { NextTokenWeights = [1, 0] }, Tiny with { Head = LlamaHead.Score }));
        Assert.Contains("NextTokenWeights[0] is 1", error.Message, StringComparison.Ordinal);
    }

    private static double ScoreLoss(ReferenceLlama model, RewardExample example, double[][] hidden) => example.Positions.Select((position, i) =>
    {
        double probability = 1 / (1 + Math.Exp(-model.Score(hidden[position])));
        return -example.Labels[i] * Math.Log(probability) - (1 - example.Labels[i]) * Math.Log(1 - probability);
    }).Sum();

    private static double TokenLoss(ReferenceLlama model, int[] tokens, float[] lossWeights, double[][] hidden) =>
        Enumerable.Range(1, tokens.Length - 1).Where(i => lossWeights[i] != 0).Sum(i =>
        {
            double[] logits = model.Logits(hidden[i - 1]);
            return lossWeights[i] * (Math.Log(logits.Sum(Math.Exp)) - logits[tokens[i]]);
        });

    private static void Compare<T>(LlamaConfig config, T[] examples, ITrainingObjective<T> objective, Func<ReferenceLlama, double> referenceLoss)
    {
        LlamaWeights weights = LlamaInitializer.Create(config, 3, 0.3);
        var random = new StableRandom(4);
        foreach (float[] values in weights.Tensors.Values)
            for (int i = 0; i < values.Length; i++) values[i] += (float)(random.NextGaussian() * 0.2);
        var layout = new ParameterLayout(config);
        using NativeBuffer parameters = FlatParameters.From(weights, layout);
        using var gradients = new NativeBuffer(layout.Length);
        using var decoder = new Decoder(layout);
        var batch = new MicroBatch();
        foreach (T example in examples) objective.AddLosses(example, batch.Add(objective.Tokens(example)), batch);
        double loss = decoder.Backward(batch, 1, parameters.Pointer, gradients.Pointer);

        var model = new ReferenceLlama(weights);
        Assert.Equal(referenceLoss(model), loss, 1e-5 * loss);
        foreach (ParameterSlice slice in layout.Slices)
        {
            double[] values = model.Tensors[slice.Name];
            double difference = 0, size = 0;
            for (int sample = 0; sample < Math.Min(values.Length, 12); sample++)
            {
                int i = values.Length <= 12 ? sample : random.Next(values.Length);
                double kept = values[i];
                values[i] = kept + 1e-5;
                double above = referenceLoss(model);
                values[i] = kept - 1e-5;
                double slope = (above - referenceLoss(model)) / 2e-5;
                values[i] = kept;
                difference += Math.Pow(slope - FlatParameters.Span(gradients, slice)[i], 2);
                size += slope * slope;
            }

            Assert.True(Math.Sqrt(difference) <= 1e-4 * Math.Sqrt(size), $"{slice.Name}: relative error {Math.Sqrt(difference / size):E2} of {Math.Sqrt(size):E2}");
        }
    }

    private static int[] Tokens(StableRandom random, int length, LlamaConfig config) =>
        [.. Enumerable.Range(0, length).Select(_ => random.Next(config.VocabularySize))];
}
