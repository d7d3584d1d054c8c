namespace SynthFarm.Core.LongThoughts;

/// <summary>How a thought is set apart from the answer in the assistant's message.</summary>
/// <param name="Name">The name used in configuration.</param>
/// <param name="ThoughtBegin">What stands before the thought.</param>
/// <param name="ThoughtEnd">What stands between thought and answer.</param>
/// <param name="Markers">Strings that no step may hold, because they would forge the structure.</param>
public sealed record ThoughtDialect(string Name, string ThoughtBegin, string ThoughtEnd, IReadOnlyList<string> Markers)
{
    /// <summary>The form trainers and chat templates know: <c>&lt;think&gt;</c>, the thought, <c>&lt;/think&gt;</c>, a blank line, the answer.</summary>
    public static ThoughtDialect Think { get; } = new("think", "<think>\n", "</think>\n\n", ["<think>", "</think>"]);
}
