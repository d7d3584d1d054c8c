namespace SynthFarm.Core.Search.Mcts;

/// <summary>What is drawn below a new step before it is valued. The names are used in configuration.</summary>
public enum MctsRollout
{
    /// <summary>Nothing: the value is the step's own.</summary>
    None = 0,

    /// <summary>ReST-MCTS*: so many steps forward; the best value among them counts.</summary>
    Forward = 1,

    /// <summary>To the end; the value of the end counts.</summary>
    ToEnd = 2,
}
