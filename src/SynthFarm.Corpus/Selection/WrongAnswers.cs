using SynthFarm.Core.Answers;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Rows;

namespace SynthFarm.Corpus.Selection;

/// <summary>
/// The paths of a tree that state a wrong answer and could be published: no step forges the message's structure, the last line states the
/// answer, and its checker calls it wrong. The policy itself went these ways, so that noise made of them is of the kind a farm without a
/// checker would publish.
/// </summary>
internal sealed class WrongAnswers
{
    private readonly ProblemJudges _judges;

    /// <exception cref="CorpusException">The dialect is not known.</exception>
    public WrongAnswers(string dialect, ProblemJudges judges)
    {
        _judges = judges;
        Dialect = dialect == ThoughtDialect.Think.Name
            ? ThoughtDialect.Think
            : throw new CorpusException($"The snapshot's dialect is \"{dialect}\"; noise can be made in \"{ThoughtDialect.Think.Name}\".");
    }

    public ThoughtDialect Dialect { get; }

    /// <summary>In the order of the leaves.</summary>
    public IReadOnlyList<LongThought> Of(ReasoningTree tree) =>
    [
        .. tree.Steps
            .Where(s => s is { Terminal: TerminalKind.Answer, Answer.Length: > 0 } && s.AnswerVerdict.Verdict == Verdict.Wrong)
            .Select(leaf => LongThought.OfPath(tree, leaf.Id))
            .Where(thought => thought.FindForged(Dialect) is null && IsWrong(tree, thought)),
    ];

    /// <summary>Whether both the leaf's answer and the one a reader finds in the text are wrong.</summary>
    private bool IsWrong(ReasoningTree tree, LongThought thought)
    {
        var checker = _judges.Answers(tree.Problem);
        var text = thought.Render(Dialect);
        return AnswerLine.Of(text) is not null
            && checker.Check(tree.Problem, tree[thought.LeafId].Answer!).Verdict == Verdict.Wrong
            && checker.Extract(text) is { } stated && checker.Check(tree.Problem, stated).Verdict == Verdict.Wrong;
    }
}
