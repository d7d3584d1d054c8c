namespace SynthFarm.Core.LongThoughts;

/// <summary>What a piece of a long thought is. The numbers are persisted.</summary>
public enum SegmentKind
{
    /// <summary>A step on the path to the answer.</summary>
    Step = 0,

    /// <summary>A step of a wrong branch.</summary>
    Excursion = 1,

    /// <summary>The sentence that names what went wrong and where the thought goes back to; its step is the wrong one it speaks of.</summary>
    Reflection = 2,

    /// <summary>The last step on the path, which states the answer.</summary>
    Answer = 3,
}
