using SynthFarm.Core.Configuration;

namespace SynthFarm.Core.Search.Omega;

/// <summary>Options of <see cref="OmegaSearch"/>. Defaults are OmegaPRM's.</summary>
public sealed record OmegaOptions
{
    /// <summary>Rollouts per state (k). Default 8. 1 to 1024.</summary>
    public int Rollouts { get; init; } = 8;

    /// <summary>How many wrong rollouts are searched for their first error. Default 100. 1 to 100000.</summary>
    public int Searches { get; init; } = 100;

    /// <summary>alpha: how strongly states with a high share of correct rollouts are preferred. Default 0.5. Above 0, at most 1.</summary>
    public double Alpha { get; init; } = 0.5;

    /// <summary>beta: how strongly short rollouts are preferred. Default 0.9. Above 0, at most 1.</summary>
    public double Beta { get; init; } = 0.9;

    /// <summary>L: the length, in tokens, at which a rollout's weight has fallen to beta. Default 500. 1 to 1000000.</summary>
    public int Length { get; init; } = 500;

    /// <summary>c_puct. Default 0.125. 0 to 100.</summary>
    public double Exploration { get; init; } = 0.125;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        foreach (var (name, value) in new[] { ("alpha", Alpha), ("beta", Beta) })
        {
            if (!(value > 0 && value <= 1))
            {
                yield return $"{path}.{name} is {value}; allowed is above 0 and at most 1.";
            }
        }

        (string, double, double, double)[] bounds =
            [("rollouts", Rollouts, 1, 1024), ("searches", Searches, 1, 100_000), ("length", Length, 1, 1_000_000), ("exploration", Exploration, 0, 100)];
        foreach (var fault in OptionBounds.Faults(path, bounds))
        {
            yield return fault;
        }
    }
}
