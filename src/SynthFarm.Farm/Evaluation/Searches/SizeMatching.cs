namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>
/// Finds the size at which a search costs a given mean number of tokens. Sizes are whole numbers, and one more can cost much (a beam's width), so the
/// result mixes two near ones in the share that meets the budget exactly.
/// </summary>
/// <param name="measure">Mean tokens per problem at a size. Called once per size; expected to grow with it, but need not at every step.</param>
/// <param name="maxSize">The largest size allowed; the smallest is 1.</param>
public sealed class SizeMatching(Func<int, CancellationToken, Task<double>> measure, int maxSize)
{
    // A search whose cost a doubled size raises by less has nothing left to spend on.
    private const double SmallestGrowth = 1.001;

    // Two sizes whose costs differ by no more than this part of the budget are mixed as they are.
    private const double CloseEnough = 0.02;

    private readonly Dictionary<int, double> _measured = [];

    /// <summary>The size for a budget. Doubles the size until the budget is passed, then closes in from both sides.</summary>
    /// <param name="budget">Mean tokens per problem, above 0.</param>
    public async Task<MatchedSize> MatchAsync(double budget, CancellationToken cancellationToken)
    {
        var (small, cost) = (1, await CostAsync(1, cancellationToken).ConfigureAwait(false));
        if (cost >= budget)
        {
            return new MatchedSize(1, 1, 0, cost);
        }

        var large = small;
        var above = cost;
        while (above < budget)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (small, cost) = (large, above);
            large = (int)Math.Min(2L * large, maxSize);
            above = large == small ? cost : await CostAsync(large, cancellationToken).ConfigureAwait(false);
            if (large == small || (above < budget && above <= cost * SmallestGrowth))
            {
                return new MatchedSize(small, small, 0, cost);
            }
        }

        // Interpolation alone can creep along one side of a curve; every other guess halves.
        for (var halve = false; large - small > 1 && above - cost > CloseEnough * budget; halve = !halve)
        {
            var part = halve ? 0.5 : (budget - cost) / (above - cost);
            var guess = Math.Clamp(small + (int)(part * (large - small)), small + 1, large - 1);
            var found = await CostAsync(guess, cancellationToken).ConfigureAwait(false);
            (small, cost, large, above) = found < budget ? (guess, found, large, above) : (small, cost, guess, found);
        }

        return new MatchedSize(small, large, (budget - cost) / (above - cost), budget);
    }

    private async Task<double> CostAsync(int size, CancellationToken cancellationToken)
    {
        if (!_measured.TryGetValue(size, out var cost))
        {
            _measured[size] = cost = await measure(size, cancellationToken).ConfigureAwait(false);
        }

        return cost;
    }
}
