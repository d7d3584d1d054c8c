using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.Preferences.Labels;

/// <summary>A tree beside what its checkers say of it: what pairs and labels are derived from. Everything is judged at most once.</summary>
/// <remarks>Not thread-safe. An answer counts as correct or wrong only when the stored verdict and the checker agree; else it is unknown.</remarks>
public sealed class JudgedTree
{
    private readonly IStepChecker? _steps;
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
        _steps = steps;
        _answers = Confirm(tree, answers);
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

    private static Verdict[] Confirm(ReasoningTree tree, IAnswerChecker checker)
    {
        var known = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        var verdicts = new Verdict[tree.Count];
        foreach (var step in tree.Steps)
        {
            if (step is not { Terminal: TerminalKind.Answer, Answer: { } answer, AnswerVerdict.Verdict: not Verdict.Unknown })
            {
                continue;
            }

            if (!known.TryGetValue(answer, out var verdict))
            {
                known[answer] = verdict = checker.Check(tree.Problem, answer).Verdict;
            }

            verdicts[step.Id] = verdict == step.AnswerVerdict.Verdict ? verdict : Verdict.Unknown;
        }

        return verdicts;
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
