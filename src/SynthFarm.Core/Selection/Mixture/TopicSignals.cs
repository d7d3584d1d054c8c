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

    /// <summary>Relative, as perplexities have no scale of their own: (now - before) / before.</summary>
    private sealed class PerplexitySignal : ITopicSignal
    {
        public double? Value(TopicSummary topic) => topic.Perplexity;

        public double Change(double value, double reference) => reference > 0 ? (value - reference) / reference : 0;
    }

    /// <summary>The fall of the share of answered draws that are correct.</summary>
    private sealed class PassRateSignal : ITopicSignal
    {
        public double? Value(TopicSummary topic) => topic.Draws.PassRate;

        public double Change(double value, double reference) => reference - value;
    }

    /// <summary>The fall of the share of finished problems that have a row.</summary>
    private sealed class YieldSignal : ITopicSignal
    {
        public double? Value(TopicSummary topic) => topic.FinishedProblems == 0 ? null : (double)topic.SolvedProblems / topic.FinishedProblems;

        public double Change(double value, double reference) => reference - value;
    }
}
