using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences.Labels;

/// <summary>A tree beside what its checkers say of it: what pairs and labels are derived from. Everything is judged at most once.</summary>
/// <remarks>Not thread-safe. An answer counts as correct or wrong only when the stored verdict and the checker agree; else it is unknown.</remarks>
public sealed class JudgedTree
{
    private readonly IAnswerChecker _checker;
    private readonly IStepChecker? _steps;
    private readonly Dictionary<string, Verdict> _known = new(StringComparer.Ordinal);
    private readonly Verdict[] _answers;
    private readonly PathOutcomes[] _outcomes;
    private readonly Verdict?[] _checked;

    /// <param name="tree">A grown tree; it must not change any more.</param>
    /// <param name="answers">The problem's answer checker.</param>
    /// <param name="steps">The family's step checker; null for problems without one.</param>
    public JudgedTree(ReasoningTree tree, IAnswerChecker answers, IStepChecker? steps)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(answers);
        Tree = tree;
        (_checker, _steps) = (answers, steps);
        _answers = Confirm();
        _outcomes = Count(tree, _answers);
        _checked = new Verdict?[tree.Count];
    }

    public ReasoningTree Tree { get; }

    /// <summary>The step checker's version; null when there is none.</summary>
    public string? StepChecker => _steps?.Version;

    /// <summary>The steps no other step follows, in order of appending; the root is never one.</summary>
    public IEnumerable<ReasoningStep> Leaves => Tree.Steps.Where(step => !step.IsRoot && Tree.Children(step.Id).Count == 0);

    /// <summary>The confirmed verdict on the answer a step states; unknown for steps that state none.</summary>
    public Verdict AnswerOf(int id) => _answers[id];

    /// <summary>Whether the checker finds in a response to the answer of a step what it found in that answer alone.</summary>
    public bool IsStatedIn(string response, int id) => _checker.Extract(response) is { } answer && Check(answer) == _answers[id];

    /// <summary>How the paths through a step ended.</summary>
    public PathOutcomes OutcomesOf(int id) => _outcomes[id];

    /// <summary>What the step checker says of a step; unknown when there is no checker.</summary>
    public Verdict CheckedVerdict(int id)
    {
        if (_steps is null)
        {
            return Verdict.Unknown;
        }

        var step = Tree[id];
        return _checked[id] ??= _steps.Check(Tree.Problem, [.. Tree.PathTo(step.ParentId).Select(s => s.Text)], step.Text).Verdict;
    }

    private Verdict[] Confirm()
    {
        var verdicts = new Verdict[Tree.Count];
        foreach (var step in Tree.Steps)
        {
            if (step is { Terminal: TerminalKind.Answer, Answer: { } answer, AnswerVerdict.Verdict: not Verdict.Unknown })
            {
                verdicts[step.Id] = Check(answer) == step.AnswerVerdict.Verdict ? step.AnswerVerdict.Verdict : Verdict.Unknown;
            }
        }

        return verdicts;
    }

    private Verdict Check(string answer)
    {
        if (!_known.TryGetValue(answer, out var verdict))
        {
            _known[answer] = verdict = _checker.Check(Tree.Problem, answer).Verdict;
        }

        return verdict;
    }

    private static PathOutcomes[] Count(ReasoningTree tree, Verdict[] answers)
    {
        var (correct, ended) = (new int[tree.Count], new int[tree.Count]);
        for (var id = tree.Count - 1; id > 0; id--)
        {
            var step = tree[id];
            if (step.IsTerminal && (step.Terminal != TerminalKind.Answer || answers[id] != Verdict.Unknown))
            {
                ended[id] += step.Draws;
                correct[id] += answers[id] == Verdict.Correct ? step.Draws : 0;
            }

            ended[step.ParentId] += ended[id];
            correct[step.ParentId] += correct[id];
        }

        return [.. correct.Zip(ended, (c, e) => new PathOutcomes(c, e))];
    }
}
