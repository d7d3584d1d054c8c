namespace SynthFarm.TinyModels.Recipe;

/// <summary>What the tiny policy trains on.</summary>
public sealed record SolverMixture
{
    /// <summary>Which problems, and how often. The weights need not sum to 1.</summary>
    public IReadOnlyList<SolverMixturePart> Parts { get; init; } =
    [
        new("countdown", 3, 3, 0.27),
        new("countdown", 4, 4, 0.40),
        new("countdown", 5, 5, 0.02),
        new("arithmetic", 2, 5, 0.22),
        new("arithmetic", 6, 10, 0.07),
        new("arithmetic", 11, 16, 0.02),
    ];

    /// <summary>Share of rows that drill single facts, <c>a op b = c</c>, with loss on c only. Default 0.25.</summary>
    public double FactShare { get; init; } = 0.25;

    /// <summary>Facts in one drill row. Default 8.</summary>
    public int FactsPerRow { get; init; } = 8;
}
