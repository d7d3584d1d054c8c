namespace SynthFarm.Core.Selection.Mixture;

/// <summary>The fall of the share of finished problems that have a row.</summary>
internal sealed class YieldSignal : ITopicSignal
{
    public double? Value(TopicSummary topic) => topic.FinishedProblems == 0 ? null : (double)topic.SolvedProblems / topic.FinishedProblems;

    public double Change(double value, double reference) => reference - value;
}
