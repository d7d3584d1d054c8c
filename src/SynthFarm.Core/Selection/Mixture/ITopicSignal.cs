namespace SynthFarm.Core.Selection.Mixture;

/// <summary>A measure of topics that the rule of Llama-3-SynE turns into proportions.</summary>
public interface ITopicSignal
{
    /// <summary>The measure; null when the topic's rows do not tell.</summary>
    double? Value(TopicSummary topic);

    /// <summary>How much worse a value is than a reference; above 0 asks for more rows.</summary>
    double Change(double value, double reference);
}
