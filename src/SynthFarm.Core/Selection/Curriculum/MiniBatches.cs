using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Selection.Curriculum;

/// <summary>Cuts the rows of a topic, sorted from easy to hard, into mini-batches (Data-CUBE): between them it gets harder, within one the order is random.</summary>
public static class MiniBatches
{
    /// <param name="sorted">Rows from easy to hard.</param>
    /// <param name="size">Rows of a mini-batch; the last may be smaller.</param>
    /// <param name="seed">Decides the order within each.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Cut<T>(IReadOnlyList<T> sorted, int size, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        var batches = sorted.Chunk(size).ToList();
        for (var i = 0; i < batches.Count; i++)
        {
            seed.Derive("", SeedPurpose.Curriculum, i).CreateRandom().Shuffle<T>(batches[i]);
        }

        return batches;
    }

    /// <summary>
    /// Mixes the mini-batches of several topics so that each is as far on its way as the others: mini-batch j of n stands at
    /// (j + 1/2) / n, and at equal places the order of the topics decides.
    /// </summary>
    public static IEnumerable<IReadOnlyList<T>> Interleave<T>(IReadOnlyList<IReadOnlyList<IReadOnlyList<T>>> topics) => topics
        .SelectMany((batches, topic) => batches.Select((batch, j) => (Batch: batch, Place: (j + 0.5) / batches.Count, Topic: topic)))
        .OrderBy(b => b.Place).ThenBy(b => b.Topic)
        .Select(b => b.Batch);
}
