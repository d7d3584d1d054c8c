namespace SynthFarm.Farm.Progress;

/// <summary>An answer that one rule takes for correct and another for wrong.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="StepId">The leaf that states it.</param>
/// <param name="Gold">The gold answer, at most 200 characters.</param>
/// <param name="Answer">The answer, likewise.</param>
/// <param name="Correct">The rules that say correct.</param>
/// <param name="Wrong">The rules that say wrong.</param>
public sealed record PanelDisagreement(string ProblemId, int StepId, string Gold, string Answer, IReadOnlyList<string> Correct, IReadOnlyList<string> Wrong);
