namespace SynthFarm.Core.Preferences;

/// <summary>Two texts for one problem, of which the first is to be preferred.</summary>
public sealed record PreferencePair
{
    public required PairLevel Level { get; init; }

    public required PairRule Rule { get; init; }

    public required PairSide Chosen { get; init; }

    public required PairSide Rejected { get; init; }

    /// <summary>Length of the beginning that both texts share because their paths share steps, in UTF-16 units.</summary>
    public required int SharedLength { get; init; }

    /// <summary>What the sides' scores are, e.g. <c>reward</c> or <c>step-checker:countdown/1</c>; null when they have none.</summary>
    public required string? ScoreSource { get; init; }
}
