namespace SynthFarm.TinyModels.Recipe;

/// <summary>How many rollouts the reward model's labels come from.</summary>
public sealed record RolloutOptions
{
    /// <summary>Problems drawn from the training split. Default 6000. At least 1.</summary>
    public int Problems { get; init; } = 6000;

    /// <summary>Independent rollouts per problem. Default 32. 2 to 4096.</summary>
    public int Samples { get; init; } = 32;

    /// <summary>Sampling temperature. Default 0.8, that of the searches the model will guide.</summary>
    public double Temperature { get; init; } = 0.8;

    /// <summary>Wrong paths of a problem to write rows for, the first ones drawn; the labels count all. Default all. At least 1.</summary>
    public int MaxWrong { get; init; } = int.MaxValue;

    /// <summary>Decides problems and rollouts. Default 7.</summary>
    public ulong Seed { get; init; } = 7;

    /// <summary>Trees grown at a time; does not change the result. Default 64.</summary>
    public int Concurrency { get; init; } = 64;

    /// <summary>Problems by family and difficulty. Default <see cref="BothFamilies"/>.</summary>
    public IReadOnlyList<SolverMixturePart> Parts { get; init; } = BothFamilies;

    /// <summary>Three problems in four are countdown.</summary>
    public static IReadOnlyList<SolverMixturePart> BothFamilies { get; } =
    [
        new("countdown", 3, 3, 0.25),
        new("countdown", 4, 4, 0.45),
        new("countdown", 5, 5, 0.05),
        new("arithmetic", 2, 5, 0.15),
        new("arithmetic", 6, 10, 0.10),
    ];

    /// <summary>Countdown alone.</summary>
    public static IReadOnlyList<SolverMixturePart> Countdown { get; } = [.. BothFamilies.Where(part => part.Family == "countdown")];

    /// <summary>Arithmetic alone, mostly long: the policy seldom fails on short expressions, and failures are what there is to learn from.</summary>
    public static IReadOnlyList<SolverMixturePart> Arithmetic { get; } =
    [
        new("arithmetic", 2, 5, 0.06),
        new("arithmetic", 6, 10, 0.17),
        new("arithmetic", 11, 16, 0.02),
    ];
}
