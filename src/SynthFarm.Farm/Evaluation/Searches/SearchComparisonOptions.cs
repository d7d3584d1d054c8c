namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>Which searches are compared, and at what cost.</summary>
public sealed record SearchComparisonOptions
{
    /// <summary>Names out of <see cref="SearchSizes.Names"/>. Default all.</summary>
    public IReadOnlyList<string> Searches { get; init; } = SearchSizes.Names;

    /// <summary>Mean tokens generated per problem. Default 400, 800 and 1600. Each at least 1.</summary>
    public IReadOnlyList<int> Budgets { get; init; } = [400, 800, 1600];

    /// <summary>How often everything is drawn anew. Default 3. At least 1; intervals over seeds need 2.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>The first seed; the others follow it. Default 5.</summary>
    public ulong Seed { get; init; } = 5;

    /// <summary>Temperature of every search. Default 0.8.</summary>
    public double Temperature { get; init; } = 0.8;

    /// <summary>Problems worked on at a time; does not change the result. Default 64.</summary>
    public int Concurrency { get; init; } = 64;
}
