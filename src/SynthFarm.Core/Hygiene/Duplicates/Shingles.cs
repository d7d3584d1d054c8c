namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>
/// The different shingles of a text as 32-bit hashes in ascending order. Of a text with more than <see cref="MaxKept"/> the smallest are
/// kept, a bottom-k sketch (Cohen, 1997) whose similarity is an unbiased estimate with an error of about 3 %.
/// </summary>
/// <param name="Hashes">Ascending, each once.</param>
/// <param name="IsCut">Whether there were more.</param>
internal readonly record struct Shingles(uint[] Hashes, bool IsCut)
{
    public const int MaxKept = 1024;

    /// <summary>The Jaccard similarity: common shingles over all; exact unless one of the two was cut. Two empty texts are alike.</summary>
    public static double Jaccard(Shingles x, Shingles y)
    {
        var (a, b) = (x.Hashes, y.Hashes);
        var limit = x.IsCut || y.IsCut ? MaxKept : int.MaxValue;
        var (i, j, common, all) = (0, 0, 0, 0);
        while (i < a.Length && j < b.Length && all < limit)
        {
            var (left, right) = (a[i], b[j]);
            common += left == right ? 1 : 0;
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
            all++;
        }

        all = Math.Min(limit, all + a.Length - i + b.Length - j);
        return all == 0 ? 1 : (double)common / all;
    }

    /// <summary>The highest similarity that the sizes alone allow.</summary>
    public static double Bound(Shingles x, Shingles y)
    {
        var (small, large) = (Math.Min(x.Hashes.Length, y.Hashes.Length), Math.Max(x.Hashes.Length, y.Hashes.Length));
        return large == 0 || x.IsCut || y.IsCut ? 1 : (double)small / large;
    }
}
