using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>
/// Draws countdown tasks that have a solution: the numbers uniformly from 1 to 50 (equal ones may occur), then the target uniformly among
/// those targets of the split that these numbers can make with intermediates of at most <see cref="CountdownSolver.MaxResult"/>. Numbers
/// that make no target of the split are drawn again.
/// </summary>
public static class CountdownGenerator
{
    public const int MinNumber = 1;
    public const int MaxNumber = 50;
    public const int MinTarget = 10;
    public const int MaxTarget = 100;

    /// <summary>Whether a target is kept for evaluation: those that end in 7.</summary>
    public static bool IsHeldOut(int target) => target % 10 == 7;

    /// <summary>Draws one task.</summary>
    /// <param name="random">The only source of randomness.</param>
    /// <param name="count">How many numbers: 2 to 6.</param>
    /// <param name="split">Which targets to draw from.</param>
    public static CountdownTask Draw(StableRandom random, int count, FamilySplit split)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, CountdownSolver.MaxNumbers);
        Span<long> numbers = stackalloc long[count];
        Span<int> targets = stackalloc int[MaxTarget - MinTarget + 1];
        while (true)
        {
            for (var i = 0; i < count; i++)
            {
                numbers[i] = random.Next(MinNumber, MaxNumber);
            }

            var candidates = targets[..Candidates(numbers, split, targets)];
            random.Shuffle(candidates);
            foreach (var target in candidates)
            {
                if (CountdownReachability.Decide(numbers, target, CountdownSolver.MaxResult) == true)
                {
                    return new CountdownTask(ToArray(numbers), target);
                }
            }
        }
    }

    private static int Candidates(ReadOnlySpan<long> numbers, FamilySplit split, Span<int> targets)
    {
        var count = 0;
        for (var target = MinTarget; target <= MaxTarget; target++)
        {
            var isWanted = split == FamilySplit.All || IsHeldOut(target) == (split == FamilySplit.HeldOut);
            if (isWanted && !numbers.Contains(target))
            {
                targets[count++] = target;
            }
        }

        return count;
    }

    private static int[] ToArray(ReadOnlySpan<long> numbers)
    {
        var array = new int[numbers.Length];
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = (int)numbers[i];
        }

        return array;
    }
}
