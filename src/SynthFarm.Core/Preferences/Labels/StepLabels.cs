using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences.Labels;

/// <summary>A path, or the beginning of one, whose every step has a label.</summary>
public sealed record StepLabels
{
    /// <summary>The steps in order, at least one.</summary>
    public required IReadOnlyList<ReasoningStep> Steps { get; init; }

    /// <summary>Whether each step is right.</summary>
    public required IReadOnlyList<bool> Labels { get; init; }

    /// <summary>The score each label was made from, 0 to 1; null for a step that is wrong only because it follows a wrong one and has no score.</summary>
    public required IReadOnlyList<float?> Scores { get; init; }

    /// <summary>Where the labels come from, e.g. <c>step-checker:countdown/1</c>, <c>monte-carlo</c> or <c>outcomes</c>.</summary>
    public required string Source { get; init; }

    public required LabelledEnd End { get; init; }
}
