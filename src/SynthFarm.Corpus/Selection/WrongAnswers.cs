using SynthFarm.Core.Answers;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
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
    private readonly PathText _texts;

    /// <exception cref="CorpusException">The dialect is not known.</exception>
    public WrongAnswers(string dialect, ProblemJudges judges)
    {
        Dialect = dialect == ThoughtDialect.Think.Name
            ? ThoughtDialect.Think
            : throw new CorpusException($"The snapshot's dialect is \"{dialect}\"; noise can be made in \"{ThoughtDialect.Think.Name}\".");
        (_judges, _texts) = (judges, new PathText(Dialect));
    }

    public ThoughtDialect Dialect { get; }

    /// <summary>In the order of the leaves.</summary>
    public IReadOnlyList<LongThought> Of(ReasoningTree tree)
    {
        var judged = new JudgedTree(tree, _judges.Answers(tree.Problem), _judges.Steps(tree.Problem));
        return
        [
            .. tree.Steps
                .Where(step => judged.AnswerOf(step.Id) == Verdict.Wrong && step.Answer is not "" && !_texts.IsForged(tree, step.Id))
                .Where(leaf => _texts.Response(tree, leaf) is var text && AnswerLine.Of(text) is not null && judged.IsStatedIn(text, leaf.Id))
                .Select(leaf => LongThought.OfPath(tree, leaf.Id)),
        ];
    }
}
