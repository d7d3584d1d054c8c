using SynthFarm.Inference.Training;
using SynthFarm.Inference.Weights;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>How the shipped policy was made: a small Llama from scratch on solver shortcuts of both families.</summary>
public static class TinyPolicyTraining
{
    /// <summary>The options of the shipped weights.</summary>
    public static TrainerOptions DefaultOptions { get; } = new()
    {
        Steps = 12_000,
        BatchSequences = 64,
        LearningRate = 2e-3,
        WarmupSteps = 200,
        Seed = 1,
    };

    /// <summary>A trainer at step 0.</summary>
    public static SftTrainer CreateTrainer(TrainerOptions options, Action<TrainingProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tokenizer = TinyTokenizer.Build();
        var config = TinyArchitecture.Create(tokenizer.VocabularySize) with { BosTokenId = tokenizer.EosId, EosTokenId = tokenizer.EosId };
        var weights = LlamaInitializer.Create(config, options.Seed);
        NumberEmbeddings.Initialize(weights["model.embed_tokens.weight"], config.HiddenSize, tokenizer);
        return new SftTrainer(weights, new SolverSource(tokenizer, new SolverMixture()), options, progress);
    }

    /// <summary>Writes the trained model as a Hugging Face folder, weights in bfloat16.</summary>
    public static void Save(SftTrainer trainer, string directory)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        trainer.Weights().Save(directory, SafetensorsDataType.BF16);
        TinyTokenizer.Build().Save(directory);
    }
}
