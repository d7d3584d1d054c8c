using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Curriculum;

namespace SynthFarm.Core.Tests.Selection;

public class AnnealedTourTests
{
    [Fact]
    public void A_tour_that_nearest_neighbour_gets_wrong_is_mended()
    {
        // On a line: from 0 nearest neighbour goes 0, 1, -2, 4 at cost 1 + 3 + 6 = 10; from end to end it is -2, 0, 1, 4 at cost 6.
        double[] at = [0, 1, -2, 4];
        var distances = new TopicDistances(4, (a, b) => Math.Abs(at[a] - at[b]));
        var start = TopicTours.NearestNeighbour(distances);
        Assert.Equal([0, 1, 2, 3], start);
        Assert.Equal(10, distances.Cost(start));
        var tour = AnnealedTour.Improve(distances, start, 2000, new Seed(1).CreateRandom());
        Assert.Equal(6, distances.Cost(tour));
    }

    [Fact]
    public void Annealing_beats_random_order_and_is_never_worse_than_nearest_neighbour()
    {
        var better = 0;
        for (var round = 0UL; round < 60; round++)
        {
            var random = new Seed(round).CreateRandom();
            var distances = Plane(random.Next(3, 60), random);
            var start = TopicTours.NearestNeighbour(distances);
            var tour = AnnealedTour.Improve(distances, start, 5000, new Seed(round).CreateRandom());
            Assert.Equal(Enumerable.Range(0, distances.Count), tour.Order());
            Assert.True(distances.Cost(tour) <= distances.Cost(start));
            Assert.True(distances.Cost(tour) < TopicTours.MeanRandomCost(distances, 50, random));
            better += distances.Cost(tour) < distances.Cost(start) ? 1 : 0;
            Assert.Equal(tour, AnnealedTour.Improve(distances, start, 5000, new Seed(round).CreateRandom()));
        }

        Assert.True(better > 40, $"annealing improved only {better} of 60 tours");
    }

    [Fact]
    public void Of_few_topics_the_best_tour_is_found()
    {
        for (var round = 0UL; round < 10; round++)
        {
            var distances = Plane(7, new Seed(round).CreateRandom());
            var tour = AnnealedTour.Improve(distances, TopicTours.NearestNeighbour(distances), 20_000, new Seed(round).CreateRandom());
            Assert.Equal(Permutations([.. Enumerable.Range(0, 7)]).Min(distances.Cost), distances.Cost(tour), 1e-9);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Few_topics_or_none_are_a_tour_too(int count)
    {
        var distances = Plane(count, new Seed(1).CreateRandom());
        Assert.Equal(Enumerable.Range(0, count), AnnealedTour.Improve(distances, TopicTours.NearestNeighbour(distances), 100, new Seed(1).CreateRandom()).Order());
    }

    [Fact]
    public void Without_steps_or_without_distances_the_start_stays()
    {
        var distances = Plane(9, new Seed(4).CreateRandom());
        var start = TopicTours.NearestNeighbour(distances);
        Assert.Equal(start, AnnealedTour.Improve(distances, start, 0, new Seed(1).CreateRandom()));
        var same = new TopicDistances(9, (_, _) => 0);
        Assert.Equal(start, AnnealedTour.Improve(same, start, 1000, new Seed(1).CreateRandom()));
    }

    private static TopicDistances Plane(int count, StableRandom random)
    {
        var points = Enumerable.Range(0, count).Select(_ => (X: random.NextDouble(), Y: random.NextDouble())).ToList();
        return new TopicDistances(count, (a, b) => Math.Sqrt(Math.Pow(points[a].X - points[b].X, 2) + Math.Pow(points[a].Y - points[b].Y, 2)));
    }

    private static IEnumerable<IReadOnlyList<int>> Permutations(IReadOnlyList<int> items) => items.Count == 0
        ? [[]]
        : items.SelectMany(first => Permutations([.. items.Where(i => i != first)]).Select(rest => (IReadOnlyList<int>)[first, .. rest]));
}
