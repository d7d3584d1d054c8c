using SynthFarm.Core.Models;

namespace SynthFarm.Inference.Sampling;

/// <summary>
/// How a token is drawn from the logits. The filters apply in this order: temperature, top-k, top-p, min-p. Where logits are equal the
/// lower token id comes first.
/// </summary>
public sealed record SamplingParameters
{
    /// <summary>Divides the logits. Default 1. 0 takes the most likely token; otherwise 0.01 to 5.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Only the k most likely tokens. Default 0 (off). At least 0.</summary>
    public int TopK { get; init; }

    /// <summary>
    /// Only the fewest most likely tokens whose probabilities, after top-k, reach this sum (Holtzman et al. 2019, "The Curious Case
    /// of Neural Text Degeneration"). Default 1 (off). Above 0, at most 1.
    /// </summary>
    public double TopP { get; init; } = 1;

    /// <summary>
    /// Only tokens at least this many times as likely as the most likely one (Nguyen et al. 2024, "Turning Up the Heat: Min-p Sampling").
    /// Default 0 (off). 0 to 1.
    /// </summary>
    public double MinP { get; init; }

    /// <summary>The most likely token, always.</summary>
    public static SamplingParameters Greedy { get; } = new() { Temperature = 0 };

    internal bool Filters => TopK > 0 || TopP < 1 || MinP > 0;

    /// <summary>What a search asks for.</summary>
    public static SamplingParameters From(SamplingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new SamplingParameters { Temperature = options.Temperature, TopK = options.TopK, TopP = options.TopP };
    }

    /// <exception cref="ArgumentException">A value is out of its bounds; the message names it.</exception>
    public void Validate()
    {
        if (!(Temperature == 0 || Temperature is >= 0.01 and <= 5))
            throw new ArgumentException($"{nameof(Temperature)} is {Temperature}; allowed are 0 (greedy) and 0.01 to 5.");
        if (TopK < 0)
            throw new ArgumentException($"{nameof(TopK)} is {TopK}; allowed is 0 (off) or more.");
        if (!(TopP > 0 && TopP <= 1))
            throw new ArgumentException($"{nameof(TopP)} is {TopP}; allowed is above 0 and at most 1.");
        if (!(MinP >= 0 && MinP <= 1))
            throw new ArgumentException($"{nameof(MinP)} is {MinP}; allowed is 0 to 1.");
    }
}
