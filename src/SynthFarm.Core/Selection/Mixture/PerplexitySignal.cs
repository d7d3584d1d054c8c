namespace SynthFarm.Core.Selection.Mixture;

/// <summary>The rise of the perplexity, relative because perplexities have no scale of their own: (now - before) / before.</summary>
internal sealed class PerplexitySignal : ITopicSignal
{
    public double? Value(TopicSummary topic) => topic.Perplexity;

    public double Change(double value, double reference) => reference > 0 ? (value - reference) / reference : 0;
}
