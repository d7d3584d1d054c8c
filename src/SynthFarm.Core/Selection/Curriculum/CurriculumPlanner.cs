using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Difficulty;

namespace SynthFarm.Core.Selection.Curriculum;

/// <summary>Puts rows into the order they are to be trained on in.</summary>
/// <param name="options">How.</param>
/// <param name="difficulty">Judges <see cref="CurriculumMeasure.Difficulty"/>.</param>
/// <param name="topicOf">The name of a row's topic.</param>
/// <param name="seed">Decides what is left to chance.</param>
public sealed class CurriculumPlanner(CurriculumOptions options, DifficultyEstimate difficulty, Func<SelectionCandidate, string> topicOf, Seed seed)
{
    private const int RandomTours = 100;

    /// <param name="rows">Different rows in any order, which does not matter.</param>
    /// <param name="order">The order of their topics.</param>
    /// <returns>The rows, first the one that is trained on first.</returns>
    public IReadOnlyList<SelectionCandidate> Order(IEnumerable<SelectionCandidate> rows, out TopicOrder order)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var topics = rows.GroupBy(c => options.Topics == TopicLayout.None ? "" : topicOf(c), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Name: g.Key, Rows: g.OrderBy(Measure).ThenBy(c => c.RowId, StringComparer.Ordinal).ToList()))
            .ToList();
        var tour = Tour([.. topics.Select(t => t.Rows)], out var costs);
        order = options.Topics == TopicLayout.None ? TopicOrder.None : costs with { Topics = [.. tour.Select(i => topics[i].Name)] };
        var batches = tour.Select(i => MiniBatches.Cut(topics[i].Rows, options.Batch, seed.Derive(topics[i].Name, SeedPurpose.Curriculum, -1))).ToList();
        return [.. (options.Topics == TopicLayout.Rounds ? MiniBatches.Interleave(batches) : batches.SelectMany(b => b)).SelectMany(b => b)];
    }

    private int[] Tour(IReadOnlyList<IReadOnlyList<SelectionCandidate>> topics, out TopicOrder costs)
    {
        var distances = TopicDistances.Of([.. topics.Select(rows => HashedVector.Mean(rows.Select(c => c.Text.Vector)))]);
        var random = seed.Derive("", SeedPurpose.Curriculum).CreateRandom();
        var start = TopicTours.NearestNeighbour(distances);
        var tour = AnnealedTour.Improve(distances, start, options.AnnealSteps, random);

        // A tour costs the same both ways; the way that begins with the easier topic is the curriculum's.
        if (tour.Length > 1 && MeanDifficulty(topics[tour[0]]) > MeanDifficulty(topics[tour[^1]]))
        {
            Array.Reverse(tour);
        }

        costs = new TopicOrder([], distances.Cost(tour), distances.Cost(start), TopicTours.MeanRandomCost(distances, RandomTours, random));
        return tour;
    }

    private double Measure(SelectionCandidate candidate) => options.By switch
    {
        CurriculumMeasure.Perplexity => candidate.Perplexity ?? double.PositiveInfinity,
        CurriculumMeasure.Tokens => candidate.TokenCount,
        CurriculumMeasure.Steps => candidate.StepCount,
        CurriculumMeasure.Backtracks => candidate.BacktrackCount,
        _ => difficulty.Of(candidate.Draws),
    };

    // Rows are sorted, so that the sum does not depend on the order they came in.
    private double MeanDifficulty(IReadOnlyList<SelectionCandidate> rows) => rows.Sum(c => difficulty.Of(c.Draws)) / rows.Count;
}
