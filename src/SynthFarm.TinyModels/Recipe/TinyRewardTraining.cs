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

    /// <summary>Share of single facts among the texts. More than for the policy: scores need the facts most.</summary>
    private const double FactShare = 0.5;

    /// <summary>Draws rollouts and writes their rows to a file.</summary>
    /// <returns>The number of rows.</returns>
    public static async Task<int> WriteRowsAsync(
        IPolicyModel policy, RolloutOptions options, string path, Action<int>? progress, CancellationToken cancellationToken)
    {
        var tokenizer = TinyTokenizer.Build();
        var rows = new List<RewardExample>();
        await foreach (var tree in new Rollouts(policy, options).GrowAsync(progress, cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(TreeRewardRows.From(tree, tokenizer.Encode(tree.Problem.Statement + "\n"), TinyArchitecture.Create(tokenizer.VocabularySize).MaxPositions, options.MaxWrong));
        }

        RewardRowFile.Write(path, rows);
        return rows.Count;
    }

    /// <summary>A trainer at step 0.</summary>
    /// <param name="policyDirectory">The model whose decoder it starts from.</param>
    /// <param name="rows">Rows with step labels.</param>
    /// <param name="epochs">Passes over the rows, above 0; null for the steps in <paramref name="options"/>.</param>
    /// <param name="textShare">Share of each batch that goes on with the policy's own training, see <see cref="SolverSource"/>, with a next-token loss; 0 to 0.9.</param>
    public static RewardTrainer CreateTrainer(
        string policyDirectory, IReadOnlyList<RewardExample> rows, double? epochs, double textShare, TrainerOptions options, Action<TrainingProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        var weights = LlamaInitializer.RewardModelFrom(LlamaWeights.Load(policyDirectory));
        if (epochs is { } passes)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(passes, nameof(epochs));
            options = options with { Steps = Math.Max(1, (long)(passes * rows.Count / MixedRewardSource.LabelRows(options.BatchSequences, textShare))) };
        }

        var texts = new SolverSource(TinyTokenizer.Build(), new SolverMixture { FactShare = FactShare });
        return new RewardTrainer(weights, new MixedRewardSource(new RewardRowSource(rows), texts, textShare), options, progress);
    }

    /// <summary>Writes the trained model as a Hugging Face folder, weights in bfloat16.</summary>
    public static void Save(RewardTrainer trainer, string directory)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        trainer.Weights().Save(directory, SafetensorsDataType.BF16);
        TinyTokenizer.Build().Save(directory);
    }
}
