using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.LongThoughts;

/// <summary>
/// Knows which steps of a tree are wrong and why. A branch counts as wrong only when something says so (the family's step checker, a
/// critic's verdict, or a wrong answer) and nothing below it is correct; a step nobody judged is never passed off as a mistake.
/// </summary>
internal sealed class WrongBranches
{
    private readonly ReasoningTree _tree;
    private readonly IStepChecker? _checker;
    private readonly bool[] _leadsToCorrect;

    public WrongBranches(ReasoningTree tree, IStepChecker? checker)
    {
        _tree = tree;
        _checker = checker;
        _leadsToCorrect = new bool[tree.Count];
        for (var id = tree.Count - 1; id > 0; id--)
        {
            var step = tree[id];
            _leadsToCorrect[id] |= step.IsCorrectLeaf;
            _leadsToCorrect[step.ParentId] |= _leadsToCorrect[id];
        }
    }

    /// <summary>Whether a correct answer was found below (or at) the step.</summary>
    public bool LeadsToCorrect(int id) => _leadsToCorrect[id];

    /// <summary>The error of a step; null when nobody says it is wrong.</summary>
    public NamedError? ErrorOf(ReasoningStep step)
    {
        if (_checker is not null)
        {
            var path = _tree.PathTo(step.ParentId).Select(s => s.Text).ToList();
            var finding = _checker.Check(_tree.Problem, path, step.Text);
            if (finding.Verdict == Verdict.Wrong)
            {
                return new NamedError(step.Id, finding.Reason, $"step-checker:{_checker.Version}", finding.Error == StepErrorKind.DeadEnd);
            }
        }

        if (step is { Verdict: Verdict.Wrong, Critique: { Length: > 0 } critique })
        {
            return new NamedError(step.Id, critique.Trim().TrimEnd('.'), step.CritiqueSource ?? "critic", IsDeadEnd: false);
        }

        return step is { Terminal: TerminalKind.Answer, AnswerVerdict: { Verdict: Verdict.Wrong, Reason.Length: > 0 } verdict }
            ? new NamedError(step.Id, verdict.Reason.TrimEnd('.'), $"answer-checker:{verdict.Rule}", IsDeadEnd: false)
            : null;
    }
}
