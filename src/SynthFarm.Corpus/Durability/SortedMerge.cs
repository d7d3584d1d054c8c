namespace SynthFarm.Corpus.Durability;

/// <summary>Merges streams that are sorted by an id.</summary>
internal static class SortedMerge
{
    /// <param name="sources">Streams; of equal ids the first stream's items come first.</param>
    public static IEnumerable<T> By<T>(IEnumerable<IEnumerable<T>> sources, Func<T, string> idOf)
    {
        var all = sources.Select(source => source.GetEnumerator()).ToList();
        try
        {
            var open = all.Where(s => s.MoveNext()).ToList();
            while (open.Count > 0)
            {
                var first = open.MinBy(s => idOf(s.Current), StringComparer.Ordinal)!;
                yield return first.Current;
                if (!first.MoveNext())
                {
                    open.Remove(first);
                }
            }
        }
        finally
        {
            all.ForEach(s => s.Dispose());
        }
    }
}
