namespace SynthFarm.Core.LongThoughts;

/// <summary>A step's text as it stands within a thought.</summary>
internal static class StepLine
{
    /// <summary>The text, with a line break at its end.</summary>
    public static string Of(string text) => text.EndsWith('\n') ? text : text + "\n";
}
