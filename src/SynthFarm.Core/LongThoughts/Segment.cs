namespace SynthFarm.Core.LongThoughts;

/// <summary>A piece of a long thought and the step it came from.</summary>
/// <param name="StepId">The step; for a reflection the step it is about.</param>
/// <param name="Kind">What the piece is.</param>
/// <param name="Text">Its text, as it stands in the thought.</param>
/// <param name="CritiqueSource">For a reflection, who named the error; otherwise null.</param>
public readonly record struct Segment(int StepId, SegmentKind Kind, string Text, string? CritiqueSource = null)
{
    /// <summary>A step's text as it stands in a thought: on a line of its own.</summary>
    internal static string AsLine(string text) => text.EndsWith('\n') ? text : text + "\n";
}
