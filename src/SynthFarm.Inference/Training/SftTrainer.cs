using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Supervised fine-tuning, or training from scratch, of a language model.</summary>
/// <param name="weights">Model to start from; not changed.</param>
/// <param name="source">Examples.</param>
/// <param name="options">Options, validated here.</param>
/// <param name="progress">Called after every step on the calling thread.</param>
/// <param name="time">Clock for the speed in the progress; the system's by default.</param>
public sealed class SftTrainer(
    LlamaWeights weights, ITrainingSource<TrainingExample> source, TrainerOptions options, Action<TrainingProgress>? progress = null, TimeProvider? time = null)
    : Trainer<TrainingExample>(weights, source, options, new NextTokenObjective(), progress, time);
