using SynthFarm.Core.Randomness;
using SynthFarm.Inference.Training;

namespace SynthFarm.Inference.Tests.Training;

/// <summary>Sequences that count up by a fixed stride modulo the vocabulary: learnable from the first two tokens.</summary>
internal sealed class CountingSource(int vocabulary) : ITrainingSource<TrainingExample>, ITrainingSource<RewardExample>
{
    public void FillBatch(long step, ulong seed, int count, List<TrainingExample> into)
    {
        for (int i = 0; i < count; i++)
        {
            int[] tokens = Sequence(new Seed(seed).Derive("", SeedPurpose.Training, step * 1000 + i).CreateRandom());
            into.Add(new TrainingExample(tokens, [.. tokens.Select((_, at) => at < 2 ? 0f : 1f)]));
        }
    }

    /// <summary>A step is good where its token is in the lower half.</summary>
    public void FillBatch(long step, ulong seed, int count, List<RewardExample> into)
    {
        for (int i = 0; i < count; i++)
        {
            int[] tokens = Sequence(new Seed(seed).Derive("", SeedPurpose.Training, step * 1000 + i).CreateRandom());
            int[] positions = [.. Enumerable.Range(0, tokens.Length)];
            into.Add(new RewardExample(tokens, positions, [.. tokens.Select(token => token < vocabulary / 2 ? 0.9f : 0.1f)]));
        }
    }

    private int[] Sequence(StableRandom random)
    {
        int first = random.Next(vocabulary), stride = random.Next(1, 3), length = random.Next(3, 12);
        return [.. Enumerable.Range(0, length).Select(i => (first + i * stride) % vocabulary)];
    }
}
