using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>The depth-first enumeration behind <see cref="CountdownSolver"/>; keeps a uniformly drawn one of the solutions it meets.</summary>
internal ref struct CountdownSearch
{
    private readonly Span<CountdownOperation> _path;
    private readonly Span<CountdownOperation> _chosen;
    private readonly int _target;
    private readonly StableRandom? _random;

    public CountdownSearch(Span<CountdownOperation> path, Span<CountdownOperation> chosen, int target, StableRandom? random)
    {
        _path = path;
        _chosen = chosen;
        _target = target;
        _random = random;
    }

    /// <summary>Solutions met so far.</summary>
    public int Found { get; private set; }

    /// <summary>Operations of the solution drawn; 0 while there is none.</summary>
    public int ChosenLength { get; private set; }

    /// <summary>Tries every operation on the list that starts <paramref name="lists"/>; the lists below it use the space behind it.</summary>
    /// <param name="count">Length of the list.</param>
    /// <param name="results">How many of its numbers are results that no operation has used yet; they always stand first.</param>
    /// <param name="depth">Operations before this one.</param>
    public void Extend(Span<int> lists, int count, int results, int depth)
    {
        var left = lists[..count];
        var below = lists[count..];
        for (var first = 0; first < count - 1; first++)
        {
            if (StandsBefore(left, first, -1))
            {
                continue;
            }

            for (var second = first + 1; second < count; second++)
            {
                if (StandsBefore(left, second, first))
                {
                    continue;
                }

                var at = 1;
                for (var k = 0; k < count; k++)
                {
                    if (k != first && k != second)
                    {
                        below[at++] = left[k];
                    }
                }

                var unused = results - (first < results ? 1 : 0) - (second < results ? 1 : 0);
                var (a, b) = (left[first], left[second]);
                var swapped = a < b;
                var (high, low) = swapped ? (b, a) : (a, b);
                Take(below, count, unused, depth, new CountdownOperation(first, second, '+', false, a + b));
                if (high - low != low)
                {
                    Take(below, count, unused, depth, new CountdownOperation(first, second, '-', swapped, high - low));
                }

                if (low > 1)
                {
                    Take(below, count, unused, depth, new CountdownOperation(first, second, '*', false, a * b));
                    var quotient = high / low;
                    if (quotient * low == high && quotient != low)
                    {
                        Take(below, count, unused, depth, new CountdownOperation(first, second, '/', swapped, quotient));
                    }
                }
            }
        }
    }

    private void Take(Span<int> below, int count, int unused, int depth, CountdownOperation operation)
    {
        if (operation.Result == _target)
        {
            if (unused == 0)
            {
                _path[depth] = operation;
                Keep(depth + 1);
            }

            return;
        }

        if (count > 2 && operation.Result is > 0 and <= CountdownSolver.MaxResult)
        {
            _path[depth] = operation;
            below[0] = operation.Result;
            Extend(below, count - 1, unused + 1, depth + 1);
        }
    }

    private void Keep(int length)
    {
        Found++;
        if (_random is not null && _random.Next(Found) == 0)
        {
            _path[..length].CopyTo(_chosen);
            ChosenLength = length;
        }
    }

    private static bool StandsBefore(ReadOnlySpan<int> left, int index, int except)
    {
        for (var k = 0; k < index; k++)
        {
            if (k != except && left[k] == left[index])
            {
                return true;
            }
        }

        return false;
    }
}
