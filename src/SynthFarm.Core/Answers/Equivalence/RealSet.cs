namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>A finite union of intervals and points of the real line, in order and as few as possible.</summary>
internal sealed class RealSet
{
    private readonly List<Interval> _parts;

    private RealSet(List<Interval> parts) => _parts = parts;

    public static RealSet Empty { get; } = new([]);

    public static RealSet Line { get; } = new([new Interval(Endpoint.Infinite(-1), false, Endpoint.Infinite(1), false)]);

    public IReadOnlyList<Interval> Parts => _parts;

    public static RealSet Of(Interval part) => part.IsEmpty ? Empty : new RealSet([part]);

    public static RealSet Union(RealSet x, RealSet y)
    {
        var all = x._parts.Concat(y._parts).ToList();
        all.Sort((a, b) => a.Low.CompareTo(b.Low) is not 0 and var order ? order : b.HasLow.CompareTo(a.HasLow));
        var merged = new List<Interval>(all.Count);
        foreach (var part in all)
        {
            if (merged.Count > 0 && merged[^1].Touches(part))
            {
                merged[^1] = merged[^1].Extend(part);
            }
            else
            {
                merged.Add(part);
            }
        }

        return new RealSet(merged);
    }

    public static RealSet Intersection(RealSet x, RealSet y) => Union(x.Complement(), y.Complement()).Complement();

    public RealSet Complement()
    {
        var gaps = new List<Interval>(_parts.Count + 1);
        var (low, hasLow) = (Endpoint.Infinite(-1), false);
        foreach (var part in _parts)
        {
            Add(new Interval(low, hasLow, part.Low, !part.HasLow));
            (low, hasLow) = (part.High, !part.HasHigh);
        }

        Add(new Interval(low, hasLow, Endpoint.Infinite(1), false));
        return new RealSet(gaps);

        void Add(Interval gap)
        {
            if (!gap.IsEmpty)
            {
                gaps.Add(gap);
            }
        }
    }
}
