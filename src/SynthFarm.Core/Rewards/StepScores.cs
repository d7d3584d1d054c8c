namespace SynthFarm.Core.Rewards;

/// <summary>Aggregates the scores of a path's steps.</summary>
public static class StepScores
{
    /// <summary>One score for a path.</summary>
    /// <param name="scores">At least one score in [0, 1], in the order of the steps.</param>
    /// <param name="aggregation">How.</param>
    /// <returns>In [0, 1]; summed and multiplied in double precision, in order.</returns>
    /// <exception cref="ArgumentException">There are no scores, or one is not in [0, 1].</exception>
    public static double Aggregate(ReadOnlySpan<float> scores, StepScoreAggregation aggregation)
    {
        if (scores.IsEmpty)
        {
            throw new ArgumentException("A path without steps has no score.", nameof(scores));
        }

        var (minimum, product, sum) = (1.0, 1.0, 0.0);
        foreach (var score in scores)
        {
            if (!(score >= 0 && score <= 1))
            {
                throw new ArgumentException($"A score is {score}; allowed is 0 to 1.", nameof(scores));
            }

            minimum = Math.Min(minimum, score);
            product *= score;
            sum += score;
        }

        return aggregation switch
        {
            StepScoreAggregation.Last => scores[^1],
            StepScoreAggregation.Minimum => minimum,
            StepScoreAggregation.Product => product,
            StepScoreAggregation.Mean => sum / scores.Length,
            _ => throw new ArgumentOutOfRangeException(nameof(aggregation), aggregation, "allowed are last, minimum, product and mean"),
        };
    }
}
