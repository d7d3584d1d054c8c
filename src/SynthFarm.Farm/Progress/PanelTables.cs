using System.Text;

namespace SynthFarm.Farm.Progress;

/// <summary>The part of <c>report.md</c> about the panel of answer rules.</summary>
internal static class PanelTables
{
    public static void Write(PanelReport panel, StringBuilder text)
    {
        var summary = panel.Summary;
        ReportText.Line(text, $"");
        ReportText.Line(text, $"Answer rules disagree on {summary.Disagreements:N0} of {summary.Pairs:N0} different answers to text problems.");
        ReportText.Line(text, $"");
        ReportText.Line(text, $"| rule | correct | wrong | unknown | as the first |");
        ReportText.Line(text, $"|---|---:|---:|---:|---:|");
        foreach (var rule in summary.Rules)
        {
            ReportText.Line(text, $"| {rule.Rule} | {rule.Correct:N0} | {rule.Wrong:N0} | {rule.Unknown:N0} | {100.0 * rule.AsDefault / summary.Pairs:N1} % |");
        }

        if (panel.Listed.Count > 0)
        {
            ReportText.Line(text, $"");
            ReportText.Line(text, $"| problem | step | gold | answer | correct for | wrong for |");
            ReportText.Line(text, $"|---|---:|---|---|---|---|");
        }

        foreach (var entry in panel.Listed)
        {
            ReportText.Line(
                text, $"| {ReportText.Cell(entry.ProblemId)} | {entry.StepId} | {ReportText.Cell(entry.Gold)} | {ReportText.Cell(entry.Answer)} | {string.Join(", ", entry.Correct)} | {string.Join(", ", entry.Wrong)} |");
        }
    }
}
