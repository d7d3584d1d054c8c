namespace SynthFarm.Core.LongThoughts;

/// <summary>How a tree becomes a long thought (O1 Replication Journey, section 6.6); every choice the paper leaves open is an option.</summary>
public sealed record LongThoughtOptions
{
    /// <summary>Most wrong branches tried per on-path step before the right one (the paper's K - 1). Default 1. 0 to 16; 0 gives no excursions.</summary>
    public int TrialsPerStep { get; init; } = 1;

    /// <summary>Longest excursion, in steps. Default 3. 1 to 100.</summary>
    public int MaxExcursionDepth { get; init; } = 3;

    /// <summary>Most excursions in one long thought. Default 4. 0 to 1000.</summary>
    public int MaxExcursions { get; init; } = 4;

    /// <summary>Probability that an on-path step with a wrong sibling is preceded by a trial. Default 1. 0 to 1.</summary>
    public double ExcursionProbability { get; init; } = 1.0;

    /// <summary>Which wrong branch is tried. Default <see cref="WrongBranchChoice.MostPlausible"/>.</summary>
    public WrongBranchChoice WrongBranch { get; init; } = WrongBranchChoice.MostPlausible;

    /// <summary>Which correct leaf the thought leads to. Default <see cref="ShortcutChoice.BestScored"/>.</summary>
    public ShortcutChoice Shortcut { get; init; } = ShortcutChoice.BestScored;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (TrialsPerStep is < 0 or > 16)
        {
            yield return $"{path}.trialsPerStep is {TrialsPerStep}; allowed are 0 to 16.";
        }

        if (MaxExcursionDepth is < 1 or > 100)
        {
            yield return $"{path}.maxExcursionDepth is {MaxExcursionDepth}; allowed are 1 to 100.";
        }

        if (MaxExcursions is < 0 or > 1000)
        {
            yield return $"{path}.maxExcursions is {MaxExcursions}; allowed are 0 to 1000.";
        }

        if (!(ExcursionProbability is >= 0 and <= 1))
        {
            yield return $"{path}.excursionProbability is {ExcursionProbability}; allowed are 0 to 1.";
        }

        if (!Enum.IsDefined(WrongBranch))
        {
            yield return $"{path}.wrongBranch is {WrongBranch}; allowed are {string.Join(", ", Enum.GetNames<WrongBranchChoice>())}.";
        }

        if (!Enum.IsDefined(Shortcut))
        {
            yield return $"{path}.shortcut is {Shortcut}; allowed are {string.Join(", ", Enum.GetNames<ShortcutChoice>())}.";
        }
    }
}
