using SynthFarm.Core.Answers;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Rows;

namespace SynthFarm.Corpus.Selection;

/// <summary>
/// The paths of a tree that state a wrong answer and could be published: no step forges the message's structure, and the last line states
/// the answer. The policy itself went these ways, so that noise made of them is of the kind a farm without a checker would publish.
/// </summary>
internal sealed class WrongAnswers
{
    private readonly ThoughtDialect _dialect;

    /// <exception cref="CorpusException">The dialect is not known.</exception>
    public WrongAnswers(string dialect) => _dialect = dialect == ThoughtDialect.Think.Name
        ? ThoughtDialect.Think
        : throw new CorpusException($"The snapshot's dialect is \"{dialect}\"; noise can be made in \"{ThoughtDialect.Think.Name}\".");

    public ThoughtDialect Dialect => _dialect;

    /// <summary>In the order of the leaves.</summary>
    public IReadOnlyList<LongThought> Of(ReasoningTree tree) =>
    [
        .. tree.Steps
            .Where(s => s is { Terminal: TerminalKind.Answer, Answer.Length: > 0 } && s.AnswerVerdict.Verdict == Verdict.Wrong)
            .Select(leaf => LongThought.OfPath(tree, leaf.Id))
            .Where(thought => thought.FindForged(_dialect) is null && AnswerLine.Of(thought.Render(_dialect)) is not null),
    ];
}
