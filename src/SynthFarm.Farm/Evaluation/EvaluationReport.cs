namespace SynthFarm.Farm.Evaluation;

/// <summary>The figures of a policy and a reward model.</summary>
public sealed record EvaluationReport(
    string Policy, string Reward, EvaluationOptions Options, IReadOnlyList<GroupResult> Groups, IReadOnlyList<RewardResult> RewardQuality);
