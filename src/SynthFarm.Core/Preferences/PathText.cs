using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences;

/// <summary>The assistant's text for a path of a tree; for a correct leaf it is the shortcut's.</summary>
public sealed class PathText(ThoughtDialect dialect)
{
    /// <summary>The whole response to the answer at a leaf.</summary>
    public string Response(ReasoningTree tree, ReasoningStep leaf) => Opened(tree, leaf.ParentId) + dialect.ThoughtEnd + leaf.Text;

    /// <summary>The thought alone, closed; the answer is left out.</summary>
    public string Thought(ReasoningTree tree, ReasoningStep leaf) => Opened(tree, leaf.ParentId) + dialect.ThoughtEnd.TrimEnd('\n');

    /// <summary>The response so far: up to and including a step. The thought stays open unless the step states the answer.</summary>
    public string UpTo(ReasoningTree tree, ReasoningStep step)
        => step.Terminal == TerminalKind.Answer ? Response(tree, step) : Opened(tree, step.Id);

    /// <summary>Whether a step on the way to this one holds a marker of the dialect, which would forge the structure.</summary>
    public bool IsForged(ReasoningTree tree, int id)
        => tree.PathTo(id).Any(step => dialect.Markers.Any(marker => step.Text.Contains(marker, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Length of the text that two paths share because they share steps.</summary>
    public int SharedLength(ReasoningTree tree, int a, int b)
    {
        while (a != b)
        {
            (a, b) = tree[a].Depth >= tree[b].Depth ? (tree[a].ParentId, b) : (a, tree[b].ParentId);
        }

        return Opened(tree, a).Length;
    }

    private string Opened(ReasoningTree tree, int lastId)
        => dialect.ThoughtBegin + string.Concat(tree.PathTo(lastId).Select(step => StepLine.Of(step.Text)));
}
