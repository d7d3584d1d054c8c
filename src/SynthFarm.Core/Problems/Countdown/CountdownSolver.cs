using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>Draws a solution of a countdown problem uniformly among all of them, in one pass and without allocating.</summary>
/// <remarks>
/// A solution is a sequence of operations. Two sequences that differ in the order of independent operations are two solutions; the operands
/// of + and * in the other order, and equal numbers taken from another place, are not. Left out are steps no solution needs: those whose
/// result equals an operand (<c>7 * 1</c>, <c>14 - 7</c>), and sequences that do not use one of their own results.
/// </remarks>
public static class CountdownSolver
{
    /// <summary>The largest intermediate result of a solution.</summary>
    public const int MaxResult = 999;

    /// <summary>The most numbers a problem has.</summary>
    public const int MaxNumbers = 6;

    /// <summary>Draws one solution.</summary>
    /// <param name="numbers">1 to <see cref="MaxNumbers"/> positive numbers, in the order of the statement.</param>
    /// <param name="target">The number to make.</param>
    /// <param name="random">Draws among the solutions (reservoir of one: one number per solution).</param>
    /// <param name="operations">Receives the operations; room for one less than there are numbers.</param>
    /// <returns>The number of operations; 0 when there is no solution.</returns>
    public static int Draw(ReadOnlySpan<int> numbers, int target, StableRandom random, Span<CountdownOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Search(numbers, target, random, operations, out _);
    }

    /// <summary>How many solutions there are.</summary>
    public static int Count(ReadOnlySpan<int> numbers, int target)
    {
        Span<CountdownOperation> operations = stackalloc CountdownOperation[MaxNumbers];
        Search(numbers, target, null, operations, out var found);
        return found;
    }

    private static int Search(
        ReadOnlySpan<int> numbers, int target, StableRandom? random, Span<CountdownOperation> operations, out int found)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Length, MaxNumbers, nameof(numbers));
        Span<int> lists = stackalloc int[MaxNumbers * (MaxNumbers + 1) / 2];
        Span<CountdownOperation> path = stackalloc CountdownOperation[MaxNumbers];
        numbers.CopyTo(lists);
        var search = new CountdownSearch(path, operations, target, random);
        search.Extend(lists, numbers.Length, 0, 0);
        found = search.Found;
        return search.ChosenLength;
    }
}
