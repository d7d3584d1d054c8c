using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Reasoning;

/// <summary>A step before it is appended: everything but its place in the tree. The properties are those of <see cref="ReasoningStep"/>.</summary>
public sealed record StepDraft
{
    public required string Text { get; init; }

    public required IReadOnlyList<int> TokenIds { get; init; }

    public int Draws { get; init; } = 1;

    public float MeanLogProb { get; init; }

    public float? Reward { get; init; }

    public Verdict Verdict { get; init; }

    public string? Critique { get; init; }

    public string? CritiqueSource { get; init; }

    public TerminalKind Terminal { get; init; }

    public string? Answer { get; init; }

    public AnswerVerdict AnswerVerdict { get; init; }

    public string Producer { get; init; } = "";

    public int Round { get; init; }
}
