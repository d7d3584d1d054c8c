namespace SynthFarm.Core.Search.Mcts;

/// <summary>What becomes of the values above a step that was valued. The names are used in configuration.</summary>
public enum MctsBackup
{
    /// <summary>ReST-MCTS*: a step's value is the mean of its children's, weighted by their visits; those without visits do not count.</summary>
    Children = 0,

    /// <summary>A step's value is the mean of all values that were carried up through it (rStar-Math, AlphaZero).</summary>
    Mean = 1,
}
