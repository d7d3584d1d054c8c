using SynthFarm.Inference.Training;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>Batches of step labels and, for a fixed share of their rows, of texts with a next-token loss.</summary>
/// <param name="labels">Rows with step labels.</param>
/// <param name="texts">Rows to go on predicting.</param>
/// <param name="textShare">Share of each batch that are texts, 0 to below 1, rounded to whole rows.</param>
internal sealed class MixedRewardSource(ITrainingSource<RewardExample> labels, ITrainingSource<TrainingExample> texts, double textShare)
    : ITrainingSource<RewardExample>
{
    private readonly List<TrainingExample> _drawn = [];

    /// <summary>How many rows of a batch have step labels; at least one.</summary>
    public static int LabelRows(int batch, double textShare) => Math.Max(1, batch - (int)Math.Round(textShare * batch));

    public void FillBatch(long step, ulong seed, int count, List<RewardExample> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        var labelRows = LabelRows(count, textShare);
        labels.FillBatch(step, seed, labelRows, into);
        _drawn.Clear();
        texts.FillBatch(step, seed, count - labelRows, _drawn);
        into.AddRange(_drawn.Select(text => new RewardExample(text.Tokens, [], []) { NextTokenWeights = text.LossWeights }));
    }
}
