namespace SynthFarm.Core.Preferences;

/// <summary>By which rule a pair was chosen. The names are used in configuration and persisted.</summary>
public enum PairRule
{
    /// <summary>Correct and wrong paths at random, drawn by seed (O1 Replication Journey, section 6.8).</summary>
    Random = 0,

    /// <summary>The correct path with the highest perplexity against the wrong one with the lowest, and so on inwards (STILL-2).</summary>
    Perplexity = 1,

    /// <summary>Siblings whose scores differ by a margin (rStar-Math); steps only.</summary>
    Margin = 2,
}
