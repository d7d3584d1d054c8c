using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Reasoning;

/// <summary>
/// One step of a reasoning tree: the text the policy produced, where it hangs, and what is known about it. Immutable; the tree is
/// append-only. Token ids, not text, are the step's truth for the model that produced it: re-tokenising may merge across steps.
/// </summary>
public sealed record ReasoningStep
{
    /// <summary>Dense id in order of appending; the root is 0.</summary>
    public required int Id { get; init; }

    /// <summary>The parent's id; -1 for the root.</summary>
    public required int ParentId { get; init; }

    /// <summary>Steps from the root; 0 for the root.</summary>
    public required int Depth { get; init; }

    /// <summary>Position among the parent's children, from 0.</summary>
    public required int SiblingIndex { get; init; }

    /// <summary>The step's text with its delimiter, byte for byte as generated; empty for the root, which stands for the problem.</summary>
    public required string Text { get; init; }

    /// <summary>Token ids of the producing policy, an end-of-text token included.</summary>
    public required IReadOnlyList<int> TokenIds { get; init; }

    /// <summary>How often the policy drew exactly these tokens as a child of the parent; equal draws are one step. At least 1.</summary>
    public int Draws { get; init; } = 1;

    /// <summary>Mean natural-log probability of the step's tokens under the policy at temperature 1; 0 for the root.</summary>
    public float MeanLogProb { get; init; }

    /// <summary>The process reward model's score in [0, 1]; null while the step has none.</summary>
    public float? Reward { get; init; }

    /// <summary>A critic's judgement of the step itself: right, wrong, or not judged.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>What is wrong with the step (or right), in words; null when nobody said.</summary>
    public string? Critique { get; init; }

    /// <summary>Who said it, e.g. <c>step-checker:countdown/1</c> or a critic model's name.</summary>
    public string? CritiqueSource { get; init; }

    /// <summary>Monte-Carlo completions from this step that reached a correct answer, of <see cref="MonteCarloTotal"/>.</summary>
    public int MonteCarloCorrect { get; init; }

    public int MonteCarloTotal { get; init; }

    public TerminalKind Terminal { get; init; }

    /// <summary>The answer the step states, extracted; null when it states none.</summary>
    public string? Answer { get; init; }

    /// <summary>The answer's verdict; <see cref="Verdict.Unknown"/> with an empty reason while there is no answer.</summary>
    public AnswerVerdict AnswerVerdict { get; init; }

    /// <summary>Identity of the policy that produced the step, e.g. <c>tiny@1f3a...</c>; empty for the root.</summary>
    public string Producer { get; init; } = "";

    /// <summary>The improvement round that produced the step, from 0.</summary>
    public int Round { get; init; }

    public bool IsRoot => ParentId < 0;

    public bool IsTerminal => Terminal != TerminalKind.None;

    /// <summary>Whether the path to this step states a correct answer.</summary>
    public bool IsCorrectLeaf => Terminal == TerminalKind.Answer && AnswerVerdict.Verdict == Verdict.Correct;
}
