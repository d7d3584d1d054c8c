namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>What came of a request instead of its answer.</summary>
internal enum FaultKind
{
    /// <summary>The server asks to come again later.</summary>
    Busy,

    /// <summary>No answer, or only a part of it.</summary>
    Outage,

    /// <summary>An answer that is none.</summary>
    Wrong,

    /// <summary>The request itself is refused; asking again would change nothing.</summary>
    Refused,

    /// <summary>The request does not fit the model's context.</summary>
    TooLong,
}
