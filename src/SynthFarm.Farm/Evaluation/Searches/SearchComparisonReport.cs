namespace SynthFarm.Farm.Evaluation.Searches;

/// <summary>The figures of several searches at equal mean tokens.</summary>
/// <param name="Policy">The policy's identity.</param>
/// <param name="Reward">The reward model's identity.</param>
/// <param name="Problems">Problems measured.</param>
/// <param name="CalibrationProblems">Other problems, on which the sizes were matched.</param>
/// <param name="Options">What was compared.</param>
/// <param name="Results">By budget, then in the order of the searches.</param>
public sealed record SearchComparisonReport(
    string Policy, string Reward, int Problems, int CalibrationProblems, SearchComparisonOptions Options, IReadOnlyList<SearchResult> Results);
