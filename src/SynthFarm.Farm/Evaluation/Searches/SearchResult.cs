namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>How one search did at one budget.</summary>
/// <param name="Search">The search's name.</param>
/// <param name="Option">The option that was matched, e.g. <c>width</c>.</param>
/// <param name="Budget">Mean tokens per problem that were aimed at.</param>
/// <param name="Size">The matched size.</param>
/// <param name="Seeds">The figures of each seed.</param>
public sealed record SearchResult(string Search, string Option, int Budget, MatchedSize Size, IReadOnlyList<SearchSeedResult> Seeds)
{
    public SeedMean Tokens => Mean(seed => seed.TokensPerProblem);

    public SeedMean Answers => Mean(seed => seed.AnswersPerProblem);

    public SearchShare Majority => Share(seed => seed.Majority);

    public SearchShare Best => Share(seed => seed.Best);

    public SearchShare Covered => Share(seed => seed.Covered);

    public SeedMean AcceptedRows => Mean(seed => seed.AcceptedRows);

    public SeedMean TokensPerAcceptedRow => Mean(seed => seed.TokensPerAcceptedRow);

    private SeedMean Mean(Func<SearchSeedResult, double> figure) => SeedMean.Of([.. Seeds.Select(figure)]);

    private SearchShare Share(Func<SearchSeedResult, Proportion> share) => SearchShare.Of([.. Seeds.Select(share)]);
}
