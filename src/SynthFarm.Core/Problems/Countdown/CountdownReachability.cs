namespace SynthFarm.Core.Problems.Countdown;

/// <summary>
/// The step oracle of countdown: whether a target can still be made from the numbers left. Exact: every intermediate is a positive integer
/// of any size, and any part of the numbers may be used.
/// </summary>
public static class CountdownReachability
{
    /// <summary>
    /// Operations tried before the question stays open. Six numbers need at most 3,516,060, so lists of up to six are always decided.
    /// </summary>
    public const int WorkUnits = 4_000_000;

    private const int MaxListLength = 12;

    /// <summary>Whether <paramref name="target"/> can be made from at most six numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are more than six numbers.</exception>
    public static bool IsReachable(ReadOnlySpan<int> left, int target)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(left.Length, CountdownSolver.MaxNumbers, nameof(left));
        Span<long> numbers = stackalloc long[left.Length];
        for (var i = 0; i < left.Length; i++)
        {
            numbers[i] = left[i];
        }

        return Decide(numbers, target) == true;
    }

    /// <summary>Whether <paramref name="target"/> can be made from <paramref name="left"/>; null when that was not decided.</summary>
    /// <param name="left">Numbers from 0 up; the target may be among them.</param>
    /// <param name="target">The number to make.</param>
    /// <param name="maxResult">The largest intermediate allowed; unlimited by default.</param>
    /// <remarks>Undecided are lists that need more than <see cref="WorkUnits"/> or intermediates beyond 63 bits.</remarks>
    public static bool? Decide(ReadOnlySpan<long> left, long target, long maxResult = long.MaxValue)
    {
        if (left.Contains(target))
        {
            return true;
        }

        if (left.Length > MaxListLength)
        {
            return null;
        }

        Span<long> lists = stackalloc long[left.Length * (left.Length + 1) / 2];
        left.CopyTo(lists);
        var work = new Work(target, maxResult);
        return work.Reaches(lists, left.Length) ? true : work.Complete ? false : null;
    }

    private struct Work(long target, long maxResult)
    {
        private int _units;
        private bool _overflowed;

        public readonly bool Complete => !_overflowed && _units <= WorkUnits;

        public bool Reaches(Span<long> lists, int count)
        {
            var left = lists[..count];
            var below = lists[count..];
            for (var first = 0; first < count - 1; first++)
            {
                if (left[..first].Contains(left[first]))
                {
                    continue;
                }

                for (var second = first + 1; second < count; second++)
                {
                    if (left[(first + 1)..second].Contains(left[second]) || left[..first].Contains(left[second]))
                    {
                        continue;
                    }

                    if (count > 2)
                    {
                        left[..first].CopyTo(below[1..]);
                        left[(first + 1)..second].CopyTo(below[(first + 1)..]);
                        left[(second + 1)..].CopyTo(below[second..]);
                    }

                    if (Pair(below, count, Math.Max(left[first], left[second]), Math.Min(left[first], left[second])))
                    {
                        return true;
                    }

                    if (_units > WorkUnits)
                    {
                        return false;
                    }
                }
            }

            return false;
        }

        // A result that equals an operand only loses the other one: whatever follows can do without the step.
        private bool Pair(Span<long> below, int count, long high, long low)
        {
            if (low == 0)
            {
                return false;
            }

            if (Try(below, count, low > long.MaxValue - high ? 0 : high + low, isBig: low > long.MaxValue - high)
                || (high - low != low && Try(below, count, high - low)))
            {
                return true;
            }

            if (low == 1)
            {
                return false;
            }

            var product = Math.BigMul(high, low, out var lower);
            var isBig = product != 0 || lower < 0;
            return Try(below, count, isBig ? 0 : lower, isBig)
                || (high % low == 0 && high / low != low && Try(below, count, high / low));
        }

        private bool Try(Span<long> below, int count, long result, bool isBig = false)
        {
            _units++;
            if (isBig)
            {
                _overflowed |= maxResult == long.MaxValue && count > 2;
                return false;
            }

            if (result == target)
            {
                return true;
            }

            if (count == 2 || result == 0 || result > maxResult || _units > WorkUnits)
            {
                return false;
            }

            below[0] = result;
            return Reaches(below, count - 1);
        }
    }
}
