using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Selection.Curriculum;

/// <summary>Tours through topics to begin with and to compare with.</summary>
public static class TopicTours
{
    /// <summary>From the first topic always on to the nearest one not yet visited; of equally near ones to the first.</summary>
    public static int[] NearestNeighbour(TopicDistances distances)
    {
        ArgumentNullException.ThrowIfNull(distances);
        var left = Enumerable.Range(0, distances.Count).ToList();
        var tour = new int[distances.Count];
        for (var i = 0; i < tour.Length; i++)
        {
            tour[i] = i == 0 ? left[0] : left.MinBy(topic => distances[tour[i - 1], topic]);
            left.Remove(tour[i]);
        }

        return tour;
    }

    /// <summary>The mean cost of tours in random order.</summary>
    public static double MeanRandomCost(TopicDistances distances, int tours, StableRandom random)
    {
        ArgumentNullException.ThrowIfNull(distances);
        ArgumentNullException.ThrowIfNull(random);
        var tour = Enumerable.Range(0, distances.Count).ToArray();
        var sum = 0.0;
        for (var i = 0; i < tours; i++)
        {
            random.Shuffle<int>(tour);
            sum += distances.Cost(tour);
        }

        return sum / tours;
    }
}
