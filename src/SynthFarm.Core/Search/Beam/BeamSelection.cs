using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Beam;

/// <summary>Which candidates of a depth stay in the beam. Pure, so that it can be replayed from a stored tree.</summary>
internal static class BeamSelection
{
    /// <summary>
    /// The best <paramref name="slots"/> candidates by reward, ties by id. An answer that is chosen keeps its slot for good: the beam
    /// gets narrower. Paths that ended without an answer are no candidates.
    /// </summary>
    public static List<ReasoningStep> Choose(IEnumerable<ReasoningStep> candidates, int slots) =>
        candidates
            .Where(step => step.Terminal is TerminalKind.None or TerminalKind.Answer)
            .OrderByDescending(step => step.Reward ?? 0f)
            .ThenBy(step => step.Id)
            .Take(slots)
            .ToList();
}
