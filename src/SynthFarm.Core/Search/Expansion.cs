using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search;

/// <summary>What became of an expansion.</summary>
/// <param name="Children">For each parent that was expanded, in order, the steps it got; fewer lists than parents where the budget ended.</param>
/// <param name="End">The budget that ended the search, or null.</param>
internal readonly record struct Expansion(IReadOnlyList<IReadOnlyList<ReasoningStep>> Children, SearchEnd? End)
{
    /// <summary>The steps of all parents, in order.</summary>
    public IEnumerable<ReasoningStep> Steps => Children.SelectMany(children => children);
}
