using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search;

/// <summary>Which of some candidates go on, for searches that keep the best by reward and prune the rest.</summary>
internal static class StepChoice
{
    /// <summary>
    /// The best candidates by reward, ties by id, and the statistics of all: draws, reward, and for those left behind that they are pruned.
    /// Paths that ended without an answer are not chosen.
    /// </summary>
    /// <param name="tree">Whose statistics are written.</param>
    /// <param name="candidates">The steps to choose among.</param>
    /// <param name="slots">Most that are chosen.</param>
    /// <param name="mayStay">A further condition; null for none.</param>
    public static List<ReasoningStep> Take(ReasoningTree tree, IReadOnlyList<ReasoningStep> candidates, int slots, Func<ReasoningStep, bool>? mayStay = null)
    {
        var chosen = candidates
            .Where(step => step.Terminal is TerminalKind.None or TerminalKind.Answer && mayStay?.Invoke(step) != false)
            .OrderByDescending(step => step.Reward ?? 0f)
            .ThenBy(step => step.Id)
            .Take(slots)
            .ToList();
        foreach (var candidate in candidates)
        {
            var statistics = tree.Statistics(candidate.Id);
            statistics.Visits = candidate.Draws;
            statistics.Value = candidate.Reward ?? 0;
            statistics.Pruned = !candidate.IsTerminal && !chosen.Contains(candidate);
        }

        return chosen;
    }
}
