namespace SynthFarm.Core.Selection.Noise;

/// <summary>Wrong answers let in on purpose, to learn how much a trainer bears.</summary>
public sealed record NoiseOptions
{
    /// <summary>Share of the training rows whose place a wrong answer of the same tree takes; each such row is marked. Default 0. 0 to 1.</summary>
    public double Share { get; init; }

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!(Share is >= 0 and <= 1))
        {
            yield return $"{path}.share is {Share}; allowed are 0 to 1.";
        }
    }
}
