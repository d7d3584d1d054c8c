using SynthFarm.Core.Models;
using SynthFarm.Inference.Training;
using SynthFarm.Inference.Weights;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>
/// How the shipped reward model was made: the policy's own rollouts on training problems, Monte-Carlo labels at every step, and a copy of the
/// policy with a scalar head trained on them for one epoch.
/// </summary>
public static class TinyRewardTraining
{
    /// <summary>The options of the shipped weights; the number of steps follows from the rows, see <see cref="CreateTrainer"/>.</summary>
    public static TrainerOptions DefaultOptions { get; } = new()
    {
        Steps = 1,
        BatchSequences = 64,
        LearningRate = 4e-4,
        WarmupSteps = 100,
        Seed = 7,
    };

    /// <summary>Draws rollouts and writes their rows to a file.</summary>
    /// <returns>The number of rows.</returns>
    public static async Task<int> WriteRowsAsync(
        IPolicyModel policy, RolloutOptions options, string path, Action<int>? progress, CancellationToken cancellationToken)
    {
        var tokenizer = TinyTokenizer.Build();
        var rows = new List<RewardExample>();
        await foreach (var tree in new Rollouts(policy, options).GrowAsync(progress, cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(TreeRewardRows.From(tree, tokenizer.Encode(tree.Problem.Statement + "\n"), TinyArchitecture.Create(tokenizer.VocabularySize).MaxPositions));
        }

        RewardRowFile.Write(path, rows);
        return rows.Count;
    }

    /// <summary>A trainer at step 0 that runs over the rows <paramref name="epochs"/> times.</summary>
    public static RewardTrainer CreateTrainer(
        string policyDirectory, IReadOnlyList<RewardExample> rows, double epochs, TrainerOptions options, Action<TrainingProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epochs);
        var weights = LlamaInitializer.RewardModelFrom(LlamaWeights.Load(policyDirectory));
        var steps = Math.Max(1, (long)(epochs * rows.Count / options.BatchSequences));
        return new RewardTrainer(weights, new RewardRowSource(rows), options with { Steps = steps }, progress);
    }

    /// <summary>Writes the trained model as a Hugging Face folder, weights in bfloat16.</summary>
    public static void Save(RewardTrainer trainer, string directory)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        trainer.Weights().Save(directory, SafetensorsDataType.BF16);
        TinyTokenizer.Build().Save(directory);
    }
}
