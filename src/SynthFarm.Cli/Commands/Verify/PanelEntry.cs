using SynthFarm.Core.Answers;
using SynthFarm.Core.Answers.Rules;

namespace SynthFarm.Cli.Commands.Verify;

/// <summary>A panel's verdicts on one pair, as written to JSON.</summary>
/// <param name="Disagree">Whether one rule says correct and another wrong.</param>
/// <param name="Rules">Each rule's verdict, the default rule's first.</param>
internal sealed record PanelEntry(bool Disagree, IReadOnlyList<PanelEntry.RuleVerdict> Rules)
{
    public static PanelEntry Of(IReadOnlyList<PanelVerdict> verdicts) =>
        new(AnswerPanel.Disagree(verdicts), [.. verdicts.Select(entry => new RuleVerdict(entry.Rule, entry.Verdict.Verdict, entry.Verdict.Reason))]);

    internal sealed record RuleVerdict(string Rule, Verdict Verdict, string Reason);
}
