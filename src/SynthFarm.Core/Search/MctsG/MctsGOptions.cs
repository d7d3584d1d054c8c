using SynthFarm.Core.Configuration;

namespace SynthFarm.Core.Search.MctsG;

/// <summary>Options of <see cref="MctsGSearch"/>. STILL-1 publishes no defaults; these are the product's.</summary>
public sealed record MctsGOptions
{
    /// <summary>How many steps are expanded after the pre-expansion. Default 32. 1 to 100000.</summary>
    public int Iterations { get; init; } = 32;

    /// <summary>How many first steps are drawn before the search. Default 16. 1 to 4096.</summary>
    public int PreExpansion { get; init; } = 16;

    /// <summary>How many continuations are drawn per expanded step. Default 4. 1 to 256.</summary>
    public int Branch { get; init; } = 4;

    /// <summary>How many rollouts are drawn from the best new step of an expansion; 0 means steps are valued by reward alone. Default 1. 0 to 256.</summary>
    public int Rollouts { get; init; } = 1;

    /// <summary>c of the selection rule. Default 0.5. 0 to 100.</summary>
    public double Exploration { get; init; } = 0.5;

    /// <summary>The agreement's part in the value of an answer; the rest is the answer's reward. Default 0.25. 0 to 1.</summary>
    public double ConsistencyWeight { get; init; } = 0.25;

    /// <summary>Whether a step with a false equation is not extended. Default true.</summary>
    public bool Calculator { get; init; } = true;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path) => OptionBounds.Faults(path,
    [
        ("iterations", Iterations, 1, 100_000), ("preExpansion", PreExpansion, 1, 4096), ("branch", Branch, 1, 256), ("rollouts", Rollouts, 0, 256),
        ("exploration", Exploration, 0, 100), ("consistencyWeight", ConsistencyWeight, 0, 1),
    ]);
}
