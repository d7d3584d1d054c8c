namespace SynthFarm.Core.Rewards.Quality;

/// <summary>How well scores tell right steps from wrong ones.</summary>
public static class RankingQuality
{
    /// <summary>
    /// Area under the ROC curve: the probability that a right step scores above a wrong one, ties counting half (Mann-Whitney).
    /// NaN when all steps are right or all are wrong.
    /// </summary>
    public static double AreaUnderCurve(IReadOnlyList<ScoredStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var sorted = steps.OrderBy(s => s.Score).ToList();
        double right = sorted.Count(s => s.IsRight);
        var wrong = sorted.Count - right;
        double rankSum = 0;
        for (var i = 0; i < sorted.Count;)
        {
            var end = i;
            while (end < sorted.Count && sorted[end].Score == sorted[i].Score)
            {
                end++;
            }

            // Ranks count from 1; equal scores share the mean of theirs.
            rankSum += sorted.Skip(i).Take(end - i).Count(s => s.IsRight) * (i + 1 + end) / 2.0;
            i = end;
        }

        return right == 0 || wrong == 0 ? double.NaN : (rankSum - (right * (right + 1) / 2)) / (right * wrong);
    }

    /// <summary>F1 of calling a step right when its score is at least the threshold; 0 when nothing is called right correctly.</summary>
    public static double F1(IReadOnlyList<ScoredStep> steps, float threshold)
    {
        ArgumentNullException.ThrowIfNull(steps);
        double hits = steps.Count(s => s.IsRight && s.Score >= threshold);
        var errors = steps.Count(s => s.IsRight != (s.Score >= threshold));
        return hits == 0 ? 0 : 2 * hits / ((2 * hits) + errors);
    }

    /// <summary>The threshold with the best F1, ties to the lowest. To be chosen on other steps than it is judged on.</summary>
    public static float BestThreshold(IReadOnlyList<ScoredStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var sorted = steps.OrderByDescending(s => s.Score).ToList();
        double right = sorted.Count(s => s.IsRight);
        var (best, threshold) = (-1.0, 0.5f);
        double hits = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            hits += sorted[i].IsRight ? 1 : 0;
            var isEndOfTie = i + 1 == sorted.Count || sorted[i + 1].Score != sorted[i].Score;
            var f1 = 2 * hits / (i + 1 + right);
            if (isEndOfTie && f1 >= best)
            {
                (best, threshold) = (f1, sorted[i].Score);
            }
        }

        return threshold;
    }
}
