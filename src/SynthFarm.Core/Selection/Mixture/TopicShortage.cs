namespace SynthFarm.Core.Selection.Mixture;

/// <summary>What happens when a topic has fewer rows than its part of the budget.</summary>
public enum TopicShortage
{
    /// <summary>The other topics fill the budget, in their proportions.</summary>
    Fill = 0,

    /// <summary>The whole shrinks until the proportions hold.</summary>
    Shrink = 1,
}
