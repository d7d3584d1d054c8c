namespace SynthFarm.TestKit.Models.Served;

/// <summary>What a <see cref="ChaosServerDouble"/> does wrong.</summary>
public enum ChaosFault
{
    /// <summary>429 with <c>Retry-After</c>.</summary>
    BusyWithTime,

    /// <summary>429 without it.</summary>
    Busy,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>The head of an answer and nothing behind it.</summary>
    HangAfterHead,

    /// <summary>The answer's first half.</summary>
    Truncated,

    /// <summary>The last choice does not come.</summary>
    FewerChoices,

    /// <summary>Every choice comes twice.</summary>
    DuplicateIndices,

    /// <summary>JSON that is none.</summary>
    WrongJson,

    /// <summary>A connection that is kept open with comments, and no word.</summary>
    Silent,

    /// <summary>The answer, a few bytes at a time.</summary>
    SlowDrip,
}
