using System.Globalization;
using SynthFarm.Core.Preferences;
using SynthFarm.Corpus.Schemas;

namespace SynthFarm.Corpus.Rows;

/// <summary>Makes the rows of the preference configs.</summary>
internal static class PairRows
{
    /// <summary>The pairs of a level; a tree without any is counted once, with the reason.</summary>
    public static IEnumerable<PairRow> Of(DerivedProblem problem, string config, PairLevel level)
    {
        var result = problem.Pairs(level);
        if (result.Refusal is { } refusal)
        {
            problem.Omit(config, refusal);
        }

        return result.Pairs.Select(pair => Create(problem, pair));
    }

    private static PairRow Create(DerivedProblem problem, PreferencePair pair)
    {
        var tree = problem.Finished.Tree!;
        return new PairRow
        {
            Prompt = [problem.Prompt],
            Id = RowId.Create(
                tree.Problem.Id, tree.Id, EnumNames.PairLevel.Name(pair.Level), EnumNames.PairRule.Name(pair.Rule),
                Text(pair.Chosen.StepId), Text(pair.Rejected.StepId), PreferencePairDeriver.Version),
            Origin = problem.Origin,
            Pair = pair,
            ChosenAnswer = tree[pair.Chosen.StepId].Answer,
            RejectedAnswer = tree[pair.Rejected.StepId].Answer,
            SharedLength = CodePoints.Count(pair.Chosen.Text[..pair.SharedLength]),
            DerivationSeed = unchecked((long)problem.Seed.Value),
        };
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
