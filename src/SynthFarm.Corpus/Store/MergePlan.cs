namespace SynthFarm.Corpus.Store;

/// <summary>
/// Decides which parts are merged next: neighbours of like size, the small ones first, so that a problem is rewritten about once for every
/// sixteenfold growth of the corpus and the number of parts grows with the logarithm of the commits.
/// </summary>
internal static class MergePlan
{
    /// <summary>Parts up to this size are alike, however small they are.</summary>
    private const long SmallBytes = 64 << 10;

    /// <returns>Where the parts to be merged stand in the list; null when there is nothing to do.</returns>
    public static (int Start, int Count)? Next(IReadOnlyList<LivePart> parts, LiveCorpusOptions options)
    {
        if (parts.Count < options.MergeParts || options.MergeParts == 0)
        {
            return null;
        }

        // A part of half the largest size is done: merging it again would gain little.
        var done = options.MaxPartBytes / 2;
        for (var limit = SmallBytes; ; limit *= options.MergeParts)
        {
            for (var start = 0; start < parts.Count; start++)
            {
                if (Neighbours(parts, start, Math.Min(limit, done), options) is > 1 and var count)
                {
                    return (start, count);
                }
            }

            if (limit >= done)
            {
                return null;
            }
        }
    }

    /// <summary>How many parts from here on, each at most so large, are worth merging; 0 when they are not.</summary>
    private static int Neighbours(IReadOnlyList<LivePart> parts, int start, long limit, LiveCorpusOptions options)
    {
        var (count, bytes, largest) = (0, 0L, 0L);
        while (start + count < parts.Count && count < LiveCorpusOptions.MostMergeParts && parts[start + count].Bytes is var size && size <= limit && bytes + size <= options.MaxPartBytes)
        {
            (count, bytes, largest) = (count + 1, bytes + size, Math.Max(largest, size));

            // No more than needed, since each open part takes memory; and not one large part for the sake of some small ones, again and again.
            if (count >= options.MergeParts && largest <= bytes - largest)
            {
                return count;
            }
        }

        return count > 1 && bytes > options.MaxPartBytes / 2 ? count : 0;
    }
}
