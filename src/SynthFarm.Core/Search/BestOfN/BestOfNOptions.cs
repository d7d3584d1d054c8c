namespace SynthFarm.Core.Search.BestOfN;

/// <summary>Options of <see cref="BestOfNSearch"/>.</summary>
public sealed record BestOfNOptions
{
    /// <summary>How many independent rollouts. Default 16. 1 to 4096.</summary>
    public int Samples { get; init; } = 16;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (Samples is < 1 or > 4096)
        {
            yield return $"{path}.samples is {Samples}; allowed are 1 to 4096.";
        }
    }
}
