namespace SynthFarm.Core.Selection.Mixture;

/// <summary>The signals there are.</summary>
public static class TopicSignals
{
    public static ITopicSignal Create(TopicSignalKind kind) => kind switch
    {
        TopicSignalKind.Perplexity => new PerplexitySignal(),
        TopicSignalKind.PassRate => new PassRateSignal(),
        TopicSignalKind.Yield => new YieldSignal(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "allowed are the named signals"),
    };
}
