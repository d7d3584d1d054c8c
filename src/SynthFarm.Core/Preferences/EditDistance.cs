namespace SynthFarm.Core.Preferences;

/// <summary>Levenshtein's distance of two texts: the fewest characters (code points) to insert, delete and replace.</summary>
internal static class EditDistance
{
    /// <summary>Whether the distance is at least <paramref name="bound"/>. Costs the bound times the length, and memory for one row of the table.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    /// <param name="bound">At least 0.</param>
    public static bool IsAtLeast(string left, string right, int bound)
    {
        var (a, b) = (CodePoints(left), CodePoints(right));
        if (Math.Abs(a.Length - b.Length) >= bound)
        {
            return true;
        }

        // Only cells within the bound of the diagonal can hold less than the bound (Ukkonen, 1985).
        var costs = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            costs[j] = Math.Min(j, bound);
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - bound + 1), Math.Min(b.Length, i + bound - 1));
            var diagonal = costs[from - 1];
            costs[from - 1] = from == 1 ? Math.Min(i, bound) : bound;
            var least = costs[from - 1];
            for (var j = from; j <= to; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.Min(bound, Math.Min(replaced, Math.Min(costs[j], costs[j - 1]) + 1));
                least = Math.Min(least, costs[j]);
            }

            if (least >= bound)
            {
                return true;
            }
        }

        return costs[b.Length] >= bound;
    }

    private static int[] CodePoints(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];
}
