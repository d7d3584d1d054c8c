using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Corpus.Selection;

/// <summary>What selection reads off a tree.</summary>
internal static class TreeMeasures
{
    /// <summary>Draws that ended with an answer whose verdict is known. An unknown verdict says nothing about the policy.</summary>
    public static DrawCounts Draws(ReasoningTree tree)
    {
        var counts = default(DrawCounts);
        foreach (var leaf in tree.Steps.Where(s => s.Terminal == TerminalKind.Answer && s.AnswerVerdict.Verdict != Verdict.Unknown))
        {
            counts += new DrawCounts(leaf.IsCorrectLeaf ? leaf.Draws : 0, leaf.Draws);
        }

        return counts;
    }

    /// <summary>exp of minus the mean log probability over the tokens of some steps; null when they have no tokens.</summary>
    /// <exception cref="CorpusException">The tree has no such step.</exception>
    public static double? Perplexity(ReasoningTree tree, IEnumerable<int> stepIds)
    {
        var (sum, tokens) = (0.0, 0L);
        foreach (var id in stepIds)
        {
            var step = id >= 0 && id < tree.Count ? tree[id] : throw new CorpusException($"Tree {tree.Id} has no step {id}, which a row's text comes from.");
            sum += (double)step.MeanLogProb * step.TokenIds.Count;
            tokens += step.TokenIds.Count;
        }

        return tokens > 0 && Math.Exp(-sum / tokens) is var perplexity && double.IsFinite(perplexity) ? perplexity : null;
    }
}
