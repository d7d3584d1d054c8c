using SynthFarm.Core.Configuration;

namespace SynthFarm.Core.Preferences.Labels;

/// <summary>How steps are labelled right or wrong, for <c>prm</c> and <c>processbench</c>.</summary>
public sealed record StepLabelOptions
{
    /// <summary>What labels come from. Default <see cref="StepEvidence.Auto"/>. All but <see cref="StepEvidence.Value"/>.</summary>
    public StepEvidence Source { get; init; } = StepEvidence.Auto;

    /// <summary>Fewest Monte-Carlo completions or ended paths a share is taken of; a step with fewer has no label. Default 1. 1 to 1,000,000.</summary>
    public int MinPaths { get; init; } = 1;

    /// <summary>A step is right when its share of correct completions is above this. Default 0: one is enough (Math-Shepherd's hard estimation). 0 to below 1.</summary>
    public double ShareThreshold { get; init; }

    /// <summary>A step is right when its reward is at least this. Default 0.5. Above 0, at most 1.</summary>
    public double RewardThreshold { get; init; } = 0.5;

    /// <summary>What becomes of the steps after the first wrong one in <c>prm</c>. Default <see cref="AfterError.Cut"/>.</summary>
    public AfterError AfterError { get; init; } = AfterError.Cut;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (!Enum.IsDefined(Source) || Source == StepEvidence.Value)
        {
            yield return $"{path}.source is {OptionText.Of(Source)}; allowed are {OptionText.List(Enum.GetValues<StepEvidence>().Where(e => e != StepEvidence.Value))}.";
        }

        if (MinPaths is < 1 or > 1_000_000)
        {
            yield return $"{path}.minPaths is {MinPaths}; allowed are 1 to 1000000.";
        }

        if (!(ShareThreshold is >= 0 and < 1))
        {
            yield return $"{path}.shareThreshold is {ShareThreshold}; allowed are 0 to below 1.";
        }

        if (!(RewardThreshold is > 0 and <= 1))
        {
            yield return $"{path}.rewardThreshold is {RewardThreshold}; allowed are above 0 to 1.";
        }

        if (!Enum.IsDefined(AfterError))
        {
            yield return $"{path}.afterError is {AfterError}; allowed are {OptionText.List(Enum.GetValues<AfterError>())}.";
        }
    }
}
