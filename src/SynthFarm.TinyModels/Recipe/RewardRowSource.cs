using SynthFarm.Core.Randomness;
using SynthFarm.Inference.Training;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>Draws batches from stored rows, epoch after epoch, each in an order of its own drawn by seed.</summary>
public sealed class RewardRowSource(IReadOnlyList<RewardExample> rows) : ITrainingSource<RewardExample>
{
    private readonly int[] _order = new int[rows.Count];
    private (ulong Seed, long Epoch) _shuffled = (0, -1);

    public void FillBatch(long step, ulong seed, int count, List<RewardExample> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        for (var at = step * count; at < (step + 1) * count; at++)
        {
            Shuffle(seed, at / rows.Count);
            into.Add(rows[_order[at % rows.Count]]);
        }
    }

    private void Shuffle(ulong seed, long epoch)
    {
        if (_shuffled == (seed, epoch))
        {
            return;
        }

        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        new Seed(seed).Derive("", SeedPurpose.Training, epoch).CreateRandom().Shuffle(_order.AsSpan());
        _shuffled = (seed, epoch);
    }
}
