namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>What counts as a near duplicate.</summary>
public sealed record NearDuplicateOptions
{
    /// <summary>Problems whose shingles have at least this Jaccard similarity are near duplicates. Default 0.8. 0.3 to 1.</summary>
    public double Threshold { get; init; } = 0.8;

    /// <summary>Consecutive tokens to a shingle. Default 3. 1 to 8.</summary>
    public int ShingleLength { get; init; } = 3;

    /// <summary>What numbers mean. Default: other numbers make another problem.</summary>
    public NumberTreatment Numbers { get; init; } = NumberTreatment.Distinguish;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (Threshold is not (>= 0.3 and <= 1))
        {
            yield return $"{path}.threshold is {Threshold}; allowed are 0.3 to 1.";
        }

        if (ShingleLength is < 1 or > 8)
        {
            yield return $"{path}.shingleLength is {ShingleLength}; allowed are 1 to 8.";
        }

        if (!Enum.IsDefined(Numbers))
        {
            yield return $"{path}.numbers is {Numbers}; allowed are distinguish and ignore.";
        }
    }
}
