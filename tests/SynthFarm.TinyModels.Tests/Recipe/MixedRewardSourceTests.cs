using SynthFarm.Inference.Training;
using SynthFarm.TinyModels.Recipe;

namespace SynthFarm.TinyModels.Tests.Recipe;

public class MixedRewardSourceTests
{
    private static readonly RewardExample[] Rows = [.. Enumerable.Range(0, 6).Select(i => new RewardExample([i, i], [1], [0.5f]))];

    [Fact]
    public void A_quarter_of_a_batch_are_texts_and_an_epoch_holds_every_row_once()
    {
        var source = new MixedRewardSource(new RewardRowSource(Rows), new SolverSource(TinyTokenizer.Build(), new SolverMixture()), 0.25);
        var seen = new List<int>();
        for (var step = 0; step < 2; step++)
        {
            var batch = Fill(source, step);
            Assert.Equal(4, batch.Count);
            seen.AddRange(batch.Take(3).Select(row => row.Tokens[0]));
            Assert.All(batch.Take(3), row => Assert.Null(row.NextTokenWeights));
            Assert.Empty(batch[3].Positions);
            Assert.Equal(batch[3].Tokens.Length, batch[3].NextTokenWeights!.Length);
            Assert.Contains(batch[3].NextTokenWeights!, weight => weight > 0);
            Assert.Equal(batch.Select(row => row.Tokens), Fill(source, step).Select(row => row.Tokens));
        }

        Assert.Equal(Enumerable.Range(0, 6), seen.Order());
    }

    [Theory]
    [InlineData(64, 0, 64)]
    [InlineData(64, 0.2, 51)]
    [InlineData(1, 0.9, 1)]
    public void A_batch_has_at_least_one_row_with_labels(int batch, double share, int labels) =>
        Assert.Equal(labels, MixedRewardSource.LabelRows(batch, share));

    private static List<RewardExample> Fill(MixedRewardSource source, long step)
    {
        var batch = new List<RewardExample>();
        source.FillBatch(step, 3, 4, batch);
        return batch;
    }
}
