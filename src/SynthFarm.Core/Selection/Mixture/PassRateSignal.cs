namespace SynthFarm.Core.Selection.Mixture;

/// <summary>The fall of the share of answered draws that are correct.</summary>
internal sealed class PassRateSignal : ITopicSignal
{
    public double? Value(TopicSummary topic) => topic.Draws.PassRate;

    public double Change(double value, double reference) => reference - value;
}
