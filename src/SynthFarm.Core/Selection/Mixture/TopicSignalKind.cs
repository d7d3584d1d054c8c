namespace SynthFarm.Core.Selection.Mixture;

/// <summary>What tells that a topic needs more rows.</summary>
public enum TopicSignalKind
{
    /// <summary>A higher perplexity.</summary>
    Perplexity = 0,

    /// <summary>A lower pass rate.</summary>
    PassRate = 1,

    /// <summary>A lower yield: fewer problems with a correct answer.</summary>
    Yield = 2,
}
