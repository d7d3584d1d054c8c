using SynthFarm.Core.Answers;
using SynthFarm.Core.Preferences;
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

    /// <summary>Perplexity of some steps taken together; null when they have no tokens, or it is no number.</summary>
    /// <exception cref="CorpusException">The tree has no such step.</exception>
    public static double? Perplexity(ReasoningTree tree, IEnumerable<int> stepIds)
    {
        var steps = stepIds.Select(id => id >= 0 && id < tree.Count ? tree[id] : throw new CorpusException($"Tree {tree.Id} has no step {id}, which a row's text comes from."));
        return PathPerplexity.Of([.. steps]) is { } perplexity && double.IsFinite(perplexity) ? perplexity : null;
    }
}
