using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Training of a process reward model; see <see cref="LlamaInitializer.RewardModelFrom"/> for one to start from.</summary>
/// <inheritdoc cref="SftTrainer" path="/param"/>
public sealed class RewardTrainer(
    LlamaWeights weights, ITrainingSource<RewardExample> source, TrainerOptions options, Action<TrainingProgress>? progress = null, TimeProvider? time = null)
    : Trainer<RewardExample>(weights, source, options, new StepScoreObjective(), progress, time);
