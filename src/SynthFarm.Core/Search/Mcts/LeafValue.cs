namespace SynthFarm.Core.Search.Mcts;

/// <summary>What the end of a path is worth. The names are used in configuration.</summary>
public enum LeafValue
{
    /// <summary>An answer is worth its reward; other ends are worth 0. Knows nothing of the right answer.</summary>
    Reward = 0,

    /// <summary>
    /// A correct answer is worth 1, all other ends 0 (rStar-Math's terminal reward, on 0 to 1). Uses the gold answer: for growing corpora, not
    /// for measuring accuracy.
    /// </summary>
    Checker = 1,
}
