namespace SynthFarm.Core.Reasoning;

/// <summary>Whether and why a path ends at a step. The numbers are persisted.</summary>
public enum TerminalKind
{
    /// <summary>The path can be continued.</summary>
    None = 0,

    /// <summary>The step states an answer.</summary>
    Answer = 1,

    /// <summary>The policy ended its text without stating an answer.</summary>
    NoAnswer = 2,

    /// <summary>The step ran into the token limit.</summary>
    Length = 3,

    /// <summary>The step was empty or repeated its parent; continuing would loop.</summary>
    Degenerate = 4,
}
