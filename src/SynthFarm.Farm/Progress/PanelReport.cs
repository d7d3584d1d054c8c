using SynthFarm.Core.Answers.Rules;

namespace SynthFarm.Farm.Progress;

/// <summary>How the published answer rules compare with the farm's own on the answers of a run's trees.</summary>
/// <param name="Summary">Different answers of each problem, judged once each; at most 64 of a problem.</param>
/// <param name="Listed">The first disagreements in order of problem ids.</param>
public sealed record PanelReport(PanelSummary Summary, IReadOnlyList<PanelDisagreement> Listed);
