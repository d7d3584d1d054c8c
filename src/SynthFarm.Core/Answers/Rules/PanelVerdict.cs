namespace SynthFarm.Core.Answers.Rules;

/// <summary>What one rule of a panel decided.</summary>
public readonly record struct PanelVerdict(string Rule, AnswerVerdict Verdict);
