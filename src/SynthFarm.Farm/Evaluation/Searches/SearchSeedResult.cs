namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>The figures of a search with one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="TokensPerProblem">Tokens generated per problem.</param>
/// <param name="AnswersPerProblem">Answers drawn per problem: the k of pass@k.</param>
/// <param name="Majority">Problems whose most voted answer is right; the choice knows nothing of the checker.</param>
/// <param name="Best">Problems whose answer of the highest reward is right; the choice knows nothing of the checker.</param>
/// <param name="Covered">Problems with any right answer (pass@k). Each gives an accepted row: one long thought of a published corpus.</param>
public sealed record SearchSeedResult(
    ulong Seed, double TokensPerProblem, double AnswersPerProblem, Proportion Majority, Proportion Best, Proportion Covered)
{
    public int AcceptedRows => Covered.Hits;

    /// <summary>Infinite where nothing was accepted.</summary>
    public double TokensPerAcceptedRow => TokensPerProblem * Covered.Total / AcceptedRows;

    internal static SearchSeedResult Of(ulong seed, IReadOnlyList<SearchOutcome> outcomes) => new(
        seed,
        outcomes.Average(outcome => outcome.Tokens),
        outcomes.Average(outcome => outcome.Answers),
        new Proportion(outcomes.Count(outcome => outcome.Majority), outcomes.Count),
        new Proportion(outcomes.Count(outcome => outcome.Best), outcomes.Count),
        new Proportion(outcomes.Count(outcome => outcome.Covered), outcomes.Count));
}
