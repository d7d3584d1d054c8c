namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>Bounds of a page's values in PLAIN form; null where values have no order (only NaN) or there are none.</summary>
internal readonly record struct PageBounds(byte[]? Min, byte[]? Max, bool MinIsExact, bool MaxIsExact)
{
    public static PageBounds Exact(byte[] min, byte[] max) => new(min, max, MinIsExact: true, MaxIsExact: true);

    /// <summary>Bounds of both. At a tie the exact one wins.</summary>
    public PageBounds Union(PageBounds other, IComparer<byte[]> order)
    {
        if (Min is null) return other;
        if (other.Min is null) return this;
        var min = order.Compare(Min, other.Min);
        var max = order.Compare(Max, other.Max);
        return new PageBounds(
            min <= 0 ? Min : other.Min,
            max >= 0 ? Max : other.Max,
            min < 0 ? MinIsExact : min > 0 ? other.MinIsExact : MinIsExact || other.MinIsExact,
            max > 0 ? MaxIsExact : max < 0 ? other.MaxIsExact : MaxIsExact || other.MaxIsExact);
    }
}
