namespace SynthFarm.Core.Models;

/// <summary>How a policy draws tokens. Every value is always sent and recorded; no model-side default applies.</summary>
public sealed record SamplingOptions
{
    /// <summary>Softmax temperature. Default 0.8. 0 is greedy; otherwise 0.01 to 5.</summary>
    public double Temperature { get; init; } = 0.8;

    /// <summary>Nucleus: the smallest set of tokens with at least this probability. Default 1 (off). Above 0, at most 1.</summary>
    public double TopP { get; init; } = 1.0;

    /// <summary>Only the k most likely tokens. Default 0 (off). At least 0.</summary>
    public int TopK { get; init; }

    /// <summary>Greedy decoding.</summary>
    public static SamplingOptions Greedy { get; } = new() { Temperature = 0 };

    /// <summary>Names every value that is out of bounds, prefixed by <paramref name="path"/>.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!(Temperature == 0 || Temperature is >= 0.01 and <= 5))
        {
            yield return $"{path}.temperature is {Temperature}; allowed are 0 (greedy) and 0.01 to 5.";
        }

        if (!(TopP > 0 && TopP <= 1))
        {
            yield return $"{path}.topP is {TopP}; allowed is above 0 and at most 1.";
        }

        if (TopK < 0)
        {
            yield return $"{path}.topK is {TopK}; allowed is 0 (off) or more.";
        }
    }
}
