using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Splits;

/// <summary>
/// Assigns splits to problems, never to rows. What a problem set holds out stays held out; of the rest, a seeded hash of the problem's id
/// decides, so that a problem keeps its split whatever else is selected. Problems with the same statement, case and white space apart,
/// are in one split: the first of their ids decides, or a held-out one among them, test before validation.
/// </summary>
public static class ProblemSplits
{
    /// <returns>The split of each problem id.</returns>
    public static IReadOnlyDictionary<string, DataSplit> Assign(IEnumerable<SelectionCandidate> candidates, SplitOptions options, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(options);
        var splits = new Dictionary<string, DataSplit>(StringComparer.Ordinal);
        foreach (var group in candidates.DistinctBy(c => c.ProblemId).GroupBy(c => c.Text.ProblemHash))
        {
            // A row whose text is not known says nothing about other rows.
            var isKnown = group.Key != default;
            foreach (var same in isKnown ? [group.ToList()] : group.Select(c => new List<SelectionCandidate> { c }))
            {
                var split = SplitOf(same, options, seed);
                same.ForEach(c => splits.Add(c.ProblemId, split));
            }
        }

        return splits;
    }

    private static DataSplit SplitOf(IReadOnlyList<SelectionCandidate> same, SplitOptions options, Seed seed)
    {
        var given = same.Max(c => c.Split);
        if (given != DataSplit.Train)
        {
            return given;
        }

        var first = same.Select(c => c.ProblemId).Min(StringComparer.Ordinal)!;
        var draw = seed.Derive(first, SeedPurpose.Split).CreateRandom().NextDouble();
        return draw < options.Test ? DataSplit.Test
            : draw < options.Test + options.Validation ? DataSplit.Validation
            : DataSplit.Train;
    }
}
