using System.Text.Json;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Answers.Rules;

namespace SynthFarm.Cli.Commands.Verify;

/// <summary>Judges pairs by one rule, and by all of them where asked to. Only the default rule knows kinds of problems and their meta.</summary>
internal sealed class VerifyJudge(string ruleName, bool withPanel)
{
    private readonly IAnswerRule _rule = AnswerRules.Find(ruleName)!;
    private readonly PanelTally? _tally = withPanel ? new PanelTally() : null;

    /// <summary>The panel's counts; null without one.</summary>
    public PanelSummary? Summary => _tally?.Summary();

    public Judgement Judge(string gold, string answer, string? problem, string? kind, JsonElement? meta)
    {
        if (_tally is null)
        {
            return new Judgement(JudgeAlone(gold, answer, problem, kind, meta), null);
        }

        var verdicts = AnswerPanel.Judge(gold, answer, problem, kind, meta);
        _tally.Add(verdicts);
        return new Judgement(verdicts.First(entry => entry.Rule == _rule.Name).Verdict, PanelEntry.Of(verdicts));
    }

    private AnswerVerdict JudgeAlone(string gold, string answer, string? problem, string? kind, JsonElement? meta) =>
        _rule == AnswerRules.All[0] ? AnswerVerification.Verify(gold, answer, problem, kind, meta) : _rule.Judge(gold, answer, problem);
}
