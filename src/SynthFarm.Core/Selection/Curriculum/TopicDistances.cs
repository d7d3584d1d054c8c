using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Curriculum;

/// <summary>How far topics lie from each other: symmetric, 0 from a topic to itself.</summary>
public sealed class TopicDistances
{
    private readonly double[] _values;

    /// <param name="count">Number of topics.</param>
    /// <param name="distance">The distance of two; asked once for each pair, the smaller index first.</param>
    public TopicDistances(int count, Func<int, int, double> distance)
    {
        ArgumentNullException.ThrowIfNull(distance);
        Count = count;
        _values = new double[count * count];
        for (var a = 0; a < count; a++)
        {
            for (var b = a + 1; b < count; b++)
            {
                _values[(a * count) + b] = _values[(b * count) + a] = distance(a, b);
            }
        }
    }

    /// <summary>One minus the cosine of the topics' mean vectors: 0 for the same direction, 2 for opposite ones.</summary>
    public static TopicDistances Of(IReadOnlyList<HashedVector> topics) => new(topics.Count, (a, b) => 1 - topics[a].Similarity(topics[b]));

    public int Count { get; }

    public double this[int a, int b] => _values[(a * Count) + b];

    /// <summary>The cost of a tour: the sum of the distances between neighbours. Training begins somewhere and does not come back, so the tour is open.</summary>
    public double Cost(IReadOnlyList<int> tour)
    {
        ArgumentNullException.ThrowIfNull(tour);
        var cost = 0.0;
        for (var i = 1; i < tour.Count; i++)
        {
            cost += this[tour[i - 1], tour[i]];
        }

        return cost;
    }
}
