using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Selection.Curriculum;

/// <summary>
/// Data-CUBE's order of tasks (Min et al., 2024, arXiv 2401.03563): the order with the least distance between neighbours is a travelling
/// salesman's tour, looked for by simulated annealing (Kirkpatrick et al., 1983).
/// </summary>
/// <remarks>
/// A change turns a stretch of the tour around (2-opt) or moves one topic elsewhere. A worse tour is taken with probability
/// exp(-worse / T), where T falls geometrically from the mean distance of the first tour's neighbours to a thousandth of it. The best tour
/// seen is returned, so that the result is never worse than the start. A change costs time linear in the topics.
/// </remarks>
public static class AnnealedTour
{
    // The last temperature, as a part of the first.
    private const double Cooling = 1e-3;

    /// <param name="distances">Of the topics.</param>
    /// <param name="start">A tour through all topics.</param>
    /// <param name="steps">Changes that are tried.</param>
    /// <param name="random">Chooses changes, and which worse ones are taken.</param>
    public static int[] Improve(TopicDistances distances, IReadOnlyList<int> start, int steps, StableRandom random)
    {
        ArgumentNullException.ThrowIfNull(distances);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(random);
        var tour = start.ToArray();
        var best = start.ToArray();
        var cost = distances.Cost(tour);
        var bestCost = cost;
        if (tour.Length < 3 || cost <= 0)
        {
            return best;
        }

        var temperature = cost / (tour.Length - 1);
        var factor = Math.Pow(Cooling, 1.0 / Math.Max(1, steps));
        for (var step = 0; step < steps; step++, temperature *= factor)
        {
            var (a, b) = Pair(tour.Length, random);
            var isTurn = tour.Length == 3 || random.Next(2) == 0;
            var change = isTurn ? TurnChange(distances, tour, Math.Min(a, b), Math.Max(a, b)) : MoveChange(distances, tour, a, b);
            if (change > 0 && random.NextDouble() >= Math.Exp(-change / temperature))
            {
                continue;
            }

            Apply(tour, a, b, isTurn);
            cost += change;
            if (cost < bestCost - 1e-12)
            {
                bestCost = cost;
                tour.CopyTo(best, 0);
            }
        }

        // The running cost gathers rounding errors; what is returned is judged by its own sum.
        return distances.Cost(best) < distances.Cost(start) ? best : [.. start];
    }

    private static (int A, int B) Pair(int count, StableRandom random)
    {
        var a = random.Next(count);
        var b = random.Next(count - 1);
        return (a, b < a ? b : b + 1);
    }

    /// <summary>The change of cost when positions a to b, a before b, are turned around.</summary>
    private static double TurnChange(TopicDistances distances, int[] tour, int a, int b)
    {
        var change = 0.0;
        if (a > 0)
        {
            change += distances[tour[a - 1], tour[b]] - distances[tour[a - 1], tour[a]];
        }

        if (b < tour.Length - 1)
        {
            change += distances[tour[a], tour[b + 1]] - distances[tour[b], tour[b + 1]];
        }

        return change;
    }

    /// <summary>The change of cost when the topic at position a is moved to position b.</summary>
    private static double MoveChange(TopicDistances distances, int[] tour, int a, int b)
    {
        var topic = tour[a];
        var (before, after) = (a - 1, a + 1);
        var (left, right) = a < b ? (b, b + 1) : (b - 1, b);
        return Edge(before, after) - ToTopic(before) - ToTopic(after) + ToTopic(left) + ToTopic(right) - Edge(left, right);

        bool Has(int at) => at >= 0 && at < tour.Length;

        double Edge(int x, int y) => Has(x) && Has(y) ? distances[tour[x], tour[y]] : 0;

        double ToTopic(int x) => Has(x) ? distances[tour[x], topic] : 0;
    }

    private static void Apply(int[] tour, int a, int b, bool isTurn)
    {
        if (isTurn)
        {
            Array.Reverse(tour, Math.Min(a, b), Math.Abs(a - b) + 1);
            return;
        }

        var topic = tour[a];
        if (a < b)
        {
            Array.Copy(tour, a + 1, tour, a, b - a);
        }
        else
        {
            Array.Copy(tour, b, tour, b + 1, a - b);
        }

        tour[b] = topic;
    }
}
