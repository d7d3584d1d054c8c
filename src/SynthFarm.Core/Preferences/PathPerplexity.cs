using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences;

/// <summary>Perplexity from what a tree stores: each step's mean log-probability and number of tokens.</summary>
public static class PathPerplexity
{
    /// <summary>exp(-mean token log-probability) over all tokens of the steps, at temperature 1; null when they have none.</summary>
    public static double? Of(IReadOnlyList<ReasoningStep> steps) => MeanLogProb(steps) is { } mean ? Math.Exp(-mean) : null;

    /// <summary>Mean natural-log probability over all tokens of the steps; null when they have none.</summary>
    internal static double? MeanLogProb(IReadOnlyList<ReasoningStep> steps)
    {
        var (sum, tokens) = (0.0, 0L);
        foreach (var step in steps)
        {
            sum += (double)step.MeanLogProb * step.TokenIds.Count;
            tokens += step.TokenIds.Count;
        }

        return tokens == 0 ? null : sum / tokens;
    }
}
