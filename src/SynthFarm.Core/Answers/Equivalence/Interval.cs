namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>An interval; a point is one that has both its ends.</summary>
internal readonly record struct Interval(Endpoint Low, bool HasLow, Endpoint High, bool HasHigh)
{
    /// <summary>An infinite end belongs to no interval.</summary>
    public bool HasLow { get; } = HasLow && Low.Infinity == 0;

    public bool HasHigh { get; } = HasHigh && High.Infinity == 0;

    public bool IsEmpty => Low.CompareTo(High) is var order && (order > 0 || (order == 0 && !(HasLow && HasHigh)));

    /// <summary>Whether an interval that starts no earlier leaves no gap.</summary>
    public bool Touches(Interval next) => next.Low.CompareTo(High) is var order && (order < 0 || (order == 0 && (HasHigh || next.HasLow)));

    public Interval Extend(Interval next)
    {
        var order = High.CompareTo(next.High);
        return order < 0 ? new(Low, HasLow, next.High, next.HasHigh) : new(Low, HasLow, High, HasHigh || (order == 0 && next.HasHigh));
    }
}
