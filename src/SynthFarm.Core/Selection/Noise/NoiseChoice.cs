using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Noise;

/// <summary>
/// Chooses the rows whose place a wrong answer takes. (Training small models, the authors of Llama-3-SynE found that up to 30 % wrong
/// synthetic answers hardly hurt and more than 50 % do.)
/// </summary>
public static class NoiseChoice
{
    /// <summary>How many wrong answers a share asks for, rounded to the nearest row.</summary>
    public static int Wanted(int rows, double share) => (int)Math.Floor((rows * share) + 0.5);

    /// <param name="rows">The training rows.</param>
    /// <returns>
    /// The rows to replace: those with a wrong answer in their tree, in an order drawn from the seed and their ids, until as many are
    /// wrong as the share asks for; rows that are wrong already count.
    /// </returns>
    public static IReadOnlyList<SelectionCandidate> Choose(IReadOnlyList<SelectionCandidate> rows, double share, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var missing = Wanted(rows.Count, share) - rows.Count(c => c.IsNoise);
        return
        [
            .. rows.Where(c => !c.IsNoise && c.WrongAnswerCount > 0)
                .OrderBy(c => seed.Derive(c.RowId, SeedPurpose.Noise).Value)
                .ThenBy(c => c.RowId, StringComparer.Ordinal)
                .Take(Math.Max(0, missing)),
        ];
    }
}
