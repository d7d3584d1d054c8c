namespace SynthFarm.Core.Selection.Diversity;

/// <summary>How much it counts that rows differ wherever some of several are taken.</summary>
public sealed record DiversityOptions
{
    /// <summary>0 takes the best rows, 1 those least like what was taken; between, both count. Default 0. 0 to 1.</summary>
    public double Weight { get; init; }

    /// <summary>
    /// How many of the best rows not yet taken are looked at for the next one, and how many of the last taken they are compared with.
    /// Default 512. 2 to 65,536.
    /// </summary>
    public int Pool { get; init; } = 512;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!(Weight is >= 0 and <= 1))
        {
            yield return $"{path}.weight is {Weight}; allowed are 0 to 1.";
        }

        if (Pool is < 2 or > 65_536)
        {
            yield return $"{path}.pool is {Pool}; allowed are 2 to 65536.";
        }
    }
}
