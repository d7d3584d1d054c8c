namespace SynthFarm.Core.Selection.Mixture;

/// <summary>Deals out whole units in given proportions by the method of the largest remainder (Hamilton's): nobody is off by one unit or more.</summary>
public static class LargestRemainder
{
    /// <param name="total">Units to deal out; at least 0.</param>
    /// <param name="shares">At least 0 each; they need not make 1.</param>
    /// <returns>A number of units per share; together <paramref name="total"/>, or nothing when all shares are 0. Of equal remainders the first wins.</returns>
    public static long[] Apportion(long total, IReadOnlyList<double> shares)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentNullException.ThrowIfNull(shares);
        var units = new long[shares.Count];
        var sum = shares.Sum();
        if (!(sum > 0))
        {
            return units;
        }

        var remainders = new (double Remainder, int At)[shares.Count];
        for (var i = 0; i < units.Length; i++)
        {
            var exact = total * (shares[i] / sum);
            units[i] = (long)Math.Floor(exact);
            remainders[i] = (exact - units[i], i);
        }

        // Rounding may have dealt a unit too many; then the smallest remainder gives it back.
        var left = total - units.Sum();
        var order = remainders.Where(r => shares[r.At] > 0).OrderByDescending(r => r.Remainder).ThenBy(r => r.At).ToList();
        foreach (var (_, at) in left >= 0 ? order.Take((int)left) : order.AsEnumerable().Reverse().Take((int)-left))
        {
            units[at] += Math.Sign(left);
        }

        return units;
    }
}
