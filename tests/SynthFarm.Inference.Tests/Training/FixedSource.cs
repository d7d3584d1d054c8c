using SynthFarm.Inference.Training;

namespace SynthFarm.Inference.Tests.Training;

internal sealed class FixedSource(params TrainingExample[] examples) : ITrainingSource<TrainingExample>
{
    public void FillBatch(long step, ulong seed, int count, List<TrainingExample> into) => into.AddRange(examples);
}
