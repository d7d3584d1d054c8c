using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search;

/// <summary>What a number of rollouts from one step came to.</summary>
/// <param name="From">The step they began at.</param>
internal sealed record RolloutBatch(ReasoningStep From)
{
    /// <summary>Their steps, in order of appending.</summary>
    public List<ReasoningStep> Steps { get; } = [];

    /// <summary>The budget that cut them off, or null.</summary>
    public SearchEnd? End { get; init; }

    /// <summary>How many there are: fewer than asked for where the policy gave fewer first steps.</summary>
    public int Drawn => Steps.Where(step => step.ParentId == From.Id).Sum(step => step.Draws);

    /// <summary>Rollouts that ended in a correct answer.</summary>
    public int Correct => Steps.Where(step => step.IsCorrectLeaf).Sum(step => step.Draws);
}
