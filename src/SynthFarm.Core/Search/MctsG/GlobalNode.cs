using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Search.MctsG;

/// <summary>A step of the tree as the search sees it: what ended below it.</summary>
internal sealed class GlobalNode(ReasoningStep step, GlobalNode? parent)
{
    public ReasoningStep Step { get; } = step;

    public GlobalNode? Parent { get; } = parent;

    /// <summary>Whether the step may be chosen: not expanded yet, and nothing says it should not be.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Paths that ended at or below the step, each as often as it was drawn.</summary>
    public int Ended { get; private set; }

    /// <summary>Sum of the rewards of the answers among them.</summary>
    public double RewardSum { get; private set; }

    /// <summary>How many of them state which answer, by canonical form.</summary>
    public SortedDictionary<string, int> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts an ended path here and at every step above.</summary>
    public void AddEnd(ReasoningStep leaf)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            node.Ended += leaf.Draws;
            if (leaf.Terminal == TerminalKind.Answer)
            {
                node.RewardSum += leaf.Draws * (double)(leaf.Reward ?? 0);
                var answer = leaf.AnswerVerdict.Canonical ?? leaf.Answer!;
                node.Answers[answer] = node.Answers.GetValueOrDefault(answer) + leaf.Draws;
            }
        }
    }
}
