namespace SynthFarm.Core.Selection.Ranking;

/// <summary>What makes one row better than another.</summary>
public enum RankCriterion
{
    /// <summary>A higher reward of the path.</summary>
    Reward = 0,

    /// <summary>Fewer tokens.</summary>
    FewTokens = 1,

    /// <summary>More tokens (STILL-2 prefers long correct thoughts).</summary>
    ManyTokens = 2,

    /// <summary>A lower perplexity.</summary>
    LowPerplexity = 3,

    /// <summary>A higher perplexity: what the policy is not sure of yet.</summary>
    HighPerplexity = 4,

    /// <summary>A problem solved more often.</summary>
    Easy = 5,

    /// <summary>A problem solved less often.</summary>
    Hard = 6,

    /// <summary>More backtracks.</summary>
    ManyBacktracks = 7,
}
