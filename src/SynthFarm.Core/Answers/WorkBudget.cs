namespace SynthFarm.Core.Answers;

/// <summary>
/// Counts the work of one verdict and stops it. Work units decide, so that a verdict is the same everywhere; the clock is a backstop
/// for machines far slower than any the units were measured on.
/// </summary>
internal sealed class WorkBudget
{
    /// <summary>A unit is about one small big-integer operation, 20 to 100 nanoseconds.</summary>
    public const long DefaultUnits = 200_000;

    private const int CallsPerLook = 32;

    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly TimeSpan _limit;
    private long _left;
    private int _calls;

    public WorkBudget(long units, TimeProvider clock, TimeSpan limit)
    {
        _left = units;
        _clock = clock;
        _limit = limit;
        _start = clock.GetTimestamp();
    }

    /// <summary>Takes units, at least one.</summary>
    /// <exception cref="WorkLimitException">They, or the time, are used up.</exception>
    public void Spend(long units = 1)
    {
        _left -= Math.Max(1, units);
        if (_left < 0)
        {
            throw new WorkLimitException("the work that a comparison may take is used up");
        }

        if (++_calls % CallsPerLook == 0 && _clock.GetElapsedTime(_start) > _limit)
        {
            throw new WorkLimitException("the time that a comparison may take is used up");
        }
    }
}
