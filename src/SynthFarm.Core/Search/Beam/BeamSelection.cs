using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.Beam;

/// <summary>Which candidates of a depth stay in the beam. Pure, so that it can be replayed from a stored tree.</summary>
internal static class BeamSelection
{
    /// <summary>
    /// The best <paramref name="slots"/> candidates by reward, ties by id. An answer that is chosen keeps its slot for good: the beam
    /// gets narrower. Paths that ended without an answer are no candidates, nor, where the options say so, are steps not judged correct.
    /// </summary>
    public static List<ReasoningStep> Choose(IEnumerable<ReasoningStep> candidates, int slots, BeamSearchOptions options) =>
        candidates
            .Where(step => step.Terminal is TerminalKind.None or TerminalKind.Answer)
            .Where(step => options.Keep == BeamKeep.Best || IsJudgedCorrect(step, options.CorrectThreshold))
            .OrderByDescending(step => step.Reward ?? 0f)
            .ThenBy(step => step.Id)
            .Take(slots)
            .ToList();

    private static bool IsJudgedCorrect(ReasoningStep step, double threshold) => step.Verdict == Verdict.Unknown
        ? step.Reward >= threshold
        : step.Verdict == Verdict.Correct;
}
