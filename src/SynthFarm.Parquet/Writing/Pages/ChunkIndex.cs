using SynthFarm.Parquet.Metadata;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>Gathers the page index and the statistics of a chunk.</summary>
internal sealed class ChunkIndex(IComparer<byte[]> order)
{
    private readonly List<PageLocation> locations = [];
    private readonly List<bool> nullPages = [];
    private readonly List<long> nullCounts = [];
    private readonly List<byte[]> min = [];
    private readonly List<byte[]> max = [];
    private PageBounds bounds;
    private bool isUnbounded;

    /// <param name="offset">Where the page starts among the chunk's data pages.</param>
    /// <param name="size">Bytes of header and page.</param>
    /// <param name="firstRow">First row within the row group.</param>
    /// <param name="nulls">Entries without a value.</param>
    /// <param name="onlyNulls">Whether no entry has a value.</param>
    /// <param name="page">Bounds of the page's values.</param>
    public void Add(long offset, int size, long firstRow, int nulls, bool onlyNulls, PageBounds page)
    {
        locations.Add(new PageLocation(offset, size, firstRow));
        nullPages.Add(onlyNulls);
        nullCounts.Add(nulls);
        min.Add(page.Min ?? []);
        max.Add(page.Max ?? []);
        isUnbounded |= page.Min is null && !onlyNulls;
        bounds = bounds.Union(page, order);
    }

    /// <summary>Gives index and statistics of the chunk whose data pages start at <paramref name="start"/>, and starts the next.</summary>
    public ChunkPages Take(long start, out Statistics statistics)
    {
        statistics = new Statistics
        {
            NullCount = nullCounts.Sum(),
            Min = bounds.Min,
            Max = bounds.Max,
            MinIsExact = bounds.MinIsExact,
            MaxIsExact = bounds.MaxIsExact,
        };
        var offsets = new OffsetIndex([.. locations.Select(l => l with { Offset = start + l.Offset })]);
        var columns = isUnbounded ? null : new ColumnIndex([.. nullPages], [.. min], [.. max], Order()) { NullCounts = [.. nullCounts] };
        locations.Clear();
        nullPages.Clear();
        nullCounts.Clear();
        min.Clear();
        max.Clear();
        bounds = default;
        isUnbounded = false;
        return new ChunkPages(offsets, columns);
    }

    private BoundaryOrder Order()
    {
        bool rises = true, falls = true;
        var last = -1;
        for (var i = 0; i < min.Count; i++)
        {
            if (nullPages[i]) continue;
            if (last >= 0)
            {
                var byMin = order.Compare(min[last], min[i]);
                var byMax = order.Compare(max[last], max[i]);
                rises &= byMin <= 0 && byMax <= 0;
                falls &= byMin >= 0 && byMax >= 0;
            }
            last = i;
        }
        return rises ? BoundaryOrder.Ascending : falls ? BoundaryOrder.Descending : BoundaryOrder.Unordered;
    }
}
