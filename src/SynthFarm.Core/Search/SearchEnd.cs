namespace SynthFarm.Core.Search;

/// <summary>Why a search ended. The numbers are persisted.</summary>
public enum SearchEnd
{
    /// <summary>The search did all it set out to do.</summary>
    Complete = 0,

    /// <summary>Nothing is left that could be extended.</summary>
    NoFrontier = 1,

    TokenBudget = 2,

    StepBudget = 3,

    DepthBudget = 4,

    CallBudget = 5,

    TimeBudget = 6,
}
