namespace SynthFarm.Farm.Specification;

/// <summary>
/// Whether a run's report compares the published answer rules with the farm's own on the answers that its trees state. Does not change
/// the output.
/// </summary>
public sealed record PanelOptions
{
    /// <summary>Whether to compare. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Most disagreements to list in the report, by problem id. Default 20. 0 to 10,000.</summary>
    public int MaxListed { get; init; } = 20;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (MaxListed is < 0 or > 10_000)
        {
            yield return $"{path}.maxListed is {MaxListed}; allowed are 0 to 10000.";
        }
    }
}
