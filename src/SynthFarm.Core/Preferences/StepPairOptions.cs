using SynthFarm.Core.Configuration;
using SynthFarm.Core.Preferences.Labels;

namespace SynthFarm.Core.Preferences;

/// <summary>How pairs of siblings are chosen.</summary>
public sealed record StepPairOptions
{
    /// <summary>What siblings are compared by. Default <see cref="StepEvidence.Auto"/>.</summary>
    public StepEvidence By { get; init; } = StepEvidence.Auto;

    /// <summary>
    /// Smallest difference of the scores. Default 0.25, which is rStar-Math's 0.5 on a scale from -1 to 1; verdicts differ by 1. For
    /// <see cref="StepEvidence.Value"/> in the search's unit. Above 0, at most 1000.
    /// </summary>
    public double Margin { get; init; } = 0.25;

    /// <summary>The best and the worst so many siblings are paired, each with each. Default 2 (rStar-Math). 1 to 16.</summary>
    public int PerSide { get; init; } = 2;

    /// <summary>
    /// Fewest characters (code points) by which the two texts differ, as Levenshtein counts. Default 0; rStar-Math takes 20, about the length of
    /// a whole step of the built-in families. 0 to 10,000.
    /// </summary>
    public int MinEditDistance { get; init; }

    /// <summary>Fewest completions or ended paths a share is taken of. Default 1. 1 to 1,000,000.</summary>
    public int MinPaths { get; init; } = 1;

    /// <summary>Whether a correct answer must have been found below the chosen step (rStar-Math). Default false.</summary>
    public bool ChosenHasCorrect { get; init; }

    /// <summary>Whether a path must have ended wrong below the rejected step (rStar-Math). Default false.</summary>
    public bool RejectedHasWrong { get; init; }

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!Enum.IsDefined(By))
        {
            yield return $"{path}.by is {By}; allowed are {OptionText.List(Enum.GetValues<StepEvidence>())}.";
        }

        if (!(Margin is > 0 and <= 1000))
        {
            yield return $"{path}.margin is {Margin}; allowed are above 0 to 1000.";
        }

        if (PerSide is < 1 or > 16)
        {
            yield return $"{path}.perSide is {PerSide}; allowed are 1 to 16.";
        }

        if (MinEditDistance is < 0 or > 10_000)
        {
            yield return $"{path}.minEditDistance is {MinEditDistance}; allowed are 0 to 10000.";
        }

        if (MinPaths is < 1 or > 1_000_000)
        {
            yield return $"{path}.minPaths is {MinPaths}; allowed are 1 to 1000000.";
        }
    }
}
