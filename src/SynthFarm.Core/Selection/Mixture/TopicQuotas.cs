namespace SynthFarm.Core.Selection.Mixture;

/// <summary>How much of each topic is taken, given what there is.</summary>
public static class TopicQuotas
{
    /// <param name="total">Units to take; null for as many as the proportions allow.</param>
    /// <param name="shares">A share per topic, at least 0.</param>
    /// <param name="supply">Units there are of each topic.</param>
    /// <param name="shortage">What happens when a topic has too few.</param>
    /// <returns>
    /// Units per topic. Topics that have enough lie within one unit of their proportion among themselves; topics without a share or
    /// without supply get nothing, and nobody more than there is.
    /// </returns>
    public static long[] Allocate(long? total, IReadOnlyList<double> shares, IReadOnlyList<long> supply, TopicShortage shortage)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(supply);
        var open = Enumerable.Range(0, shares.Count).Where(i => shares[i] > 0 && supply[i] > 0).ToList();
        var quotas = new long[shares.Count];
        var left = Math.Min(total ?? long.MaxValue, open.Sum(i => supply[i]));
        if (total is null || shortage == TopicShortage.Shrink)
        {
            left = Math.Min(left, LargestWhole(open, shares, supply));
        }

        while (open.Count > 0)
        {
            var dealt = LargestRemainder.Apportion(left, [.. open.Select(i => shares[i])]);
            var isShort = open.Where((topic, k) => dealt[k] > supply[topic]).ToList();
            if (isShort.Count == 0 || shortage == TopicShortage.Shrink || total is null)
            {
                for (var k = 0; k < open.Count; k++)
                {
                    quotas[open[k]] = Math.Min(dealt[k], supply[open[k]]);
                }

                break;
            }

            foreach (var topic in isShort)
            {
                quotas[topic] = supply[topic];
                left -= supply[topic];
                open.Remove(topic);
            }
        }

        return quotas;
    }

    /// <summary>The largest total whose parts no topic's supply falls short of.</summary>
    private static long LargestWhole(IReadOnlyList<int> open, IReadOnlyList<double> shares, IReadOnlyList<long> supply)
    {
        var sum = open.Sum(i => shares[i]);
        return open.Count == 0 ? 0 : (long)Math.Floor(open.Min(i => supply[i] * (sum / shares[i])) + 1e-9);
    }
}
