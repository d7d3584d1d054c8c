using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Exporting;

/// <summary>What of a tree goes into the records of a format, for trees that did not come from it.</summary>
internal static class SolutionChoice
{
    private static readonly LongThoughtDeriver _deriver = new(new LongThoughtOptions(), ThoughtDialect.Think);

    /// <summary>The records; none where the tree has no path that the format could hold.</summary>
    public static IEnumerable<ExportedRecord> Of(ReasoningTree tree, SolutionKind kind) => kind switch
    {
        SolutionKind.Path => tree.Steps.Where(step => step.Terminal == TerminalKind.Answer).Select(leaf => Path(tree, leaf)),
        SolutionKind.Siblings => Leaf(tree) is { } leaf ? [Siblings(tree, leaf)] : [],
        SolutionKind.LongThought => Thought(tree) is { } thought ? [Long(tree, thought)] : [],
        _ => [Thought(tree) is { } thought ? Path(tree, tree[thought.LeafId]) : new ExportedRecord { Problem = tree.Problem }],
    };

    /// <summary>The long thought that publishing derives with its defaults; null without a correct path.</summary>
    private static LongThought? Thought(ReasoningTree tree) => _deriver.Derive(tree, ProblemFamilies.Find(tree.Problem.Kind)?.Steps, new Seed(0)).Thought;

    /// <summary>The correct leaf; without one the first answer, without any answer the last step.</summary>
    private static ReasoningStep? Leaf(ReasoningTree tree) => Thought(tree) is { } thought ? tree[thought.LeafId]
        : tree.Steps.FirstOrDefault(step => step.Terminal == TerminalKind.Answer) ?? tree.Steps.LastOrDefault(step => !step.IsRoot);

    private static ExportedRecord Path(ReasoningTree tree, ReasoningStep leaf)
    {
        var steps = tree.PathTo(leaf.Id).SkipLast(1).ToList();
        return new ExportedRecord
        {
            Problem = tree.Problem,
            Tree = tree,
            Steps = steps,
            Leaf = leaf,
            Thought = string.Concat(steps.Select(step => AsLine(step.Text))),
            Solution = leaf.Text,
            FirstWrong = StepJudgements.FirstWrong(tree, [.. steps, leaf]),
        };
    }

    private static ExportedRecord Siblings(ReasoningTree tree, ReasoningStep leaf)
    {
        var (answer, end) = leaf.Terminal == TerminalKind.Answer ? (leaf, leaf) : (null, leaf);
        var steps = tree.PathTo(end.Id)
            .SelectMany(step => tree.Children(step.ParentId).Select(id => tree[id]))
            .Where(step => step != answer && step is not { Terminal: TerminalKind.Answer, Producer: AnswerSteps.Producer })
            .ToList();
        return new ExportedRecord { Problem = tree.Problem, Tree = tree, Steps = steps, Leaf = answer };
    }

    private static ExportedRecord Long(ReasoningTree tree, LongThought thought)
    {
        var answers = thought.Segments.Where(segment => segment.Kind == SegmentKind.Answer);
        return new ExportedRecord
        {
            Problem = tree.Problem,
            Tree = tree,
            Steps = tree.PathTo(thought.LeafId).SkipLast(1).ToList(),
            Leaf = tree[thought.LeafId],
            Thought = string.Concat(thought.Segments.Where(segment => segment.Kind != SegmentKind.Answer).Select(segment => segment.Text)),
            Solution = string.Concat(answers.Select(segment => segment.Text)).TrimEnd('\n'),
        };
    }

    private static string AsLine(string text) => text.EndsWith('\n') ? text : text + "\n";
}
