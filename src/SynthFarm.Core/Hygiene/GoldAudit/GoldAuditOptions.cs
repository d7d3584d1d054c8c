namespace SynthFarm.Core.Hygiene.GoldAudit;

/// <summary>When the answers of a tree are sure enough to doubt, or to stand in for, a gold answer.</summary>
public sealed record GoldAuditOptions
{
    /// <summary>Fewer answers say nothing. Default 8. 2 to 1,000,000.</summary>
    public int MinAnswers { get; init; } = 8;

    /// <summary>The share of all answers that must agree. Default 0.6. Above 0.5, to 1.</summary>
    public double MinShare { get; init; } = 0.6;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (MinAnswers is < 2 or > 1_000_000)
        {
            yield return $"{path}.minAnswers is {MinAnswers}; allowed are 2 to 1000000.";
        }

        if (MinShare is not (> 0.5 and <= 1))
        {
            yield return $"{path}.minShare is {MinShare}; allowed are numbers above 0.5, up to 1.";
        }
    }
}
