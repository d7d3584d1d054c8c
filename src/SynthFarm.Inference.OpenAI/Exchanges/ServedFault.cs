namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>A request that was not answered as it should be.</summary>
internal sealed class ServedFault(FaultKind kind, string message, Exception? inner = null) : Exception(message, inner)
{
    public FaultKind Kind { get; } = kind;

    /// <summary>How long the server asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
