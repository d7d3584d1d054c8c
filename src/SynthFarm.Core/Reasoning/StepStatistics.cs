namespace SynthFarm.Core.Reasoning;

/// <summary>What a search keeps about a step, beside the tree: it can change while the step cannot.</summary>
public sealed class StepStatistics
{
    /// <summary>How often the search went through the step.</summary>
    public int Visits { get; set; }

    /// <summary>The search's value of the step; its meaning and range are the search's.</summary>
    public double Value { get; set; }

    /// <summary>Whether the search looked at the step and decided not to extend it.</summary>
    public bool Pruned { get; set; }
}
