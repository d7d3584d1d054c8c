using SynthFarm.Core.Reasoning;

namespace SynthFarm.Core.LongThoughts;

/// <summary>
/// A tree walked depth first into one text that keeps mistakes, reflections and backtracking. Leaving out the excursions and reflections
/// gives the shortcut, step for step.
/// </summary>
public sealed record LongThought
{
    public required string TreeId { get; init; }

    /// <summary>The leaf the thought leads to; a correct one unless it was made by <see cref="OfPath"/>.</summary>
    public required int LeafId { get; init; }

    public required IReadOnlyList<Segment> Segments { get; init; }

    public int Backtracks => Segments.Count(segment => segment.Kind == SegmentKind.Reflection);

    /// <summary>Who named the errors, each once, in order of first use.</summary>
    public IReadOnlyList<string> CritiqueSources => Segments.Select(s => s.CritiqueSource).OfType<string>().Distinct().ToList();

    /// <summary>The shortcut: the text of the on-path steps alone.</summary>
    public string ShortcutText => string.Concat(
        Segments.Where(s => s.Kind is SegmentKind.Step or SegmentKind.Answer).Select(s => s.Text));

    /// <summary>The path to a leaf, correct or not, without any trial beside it.</summary>
    public static LongThought OfPath(ReasoningTree tree, int leafId)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return new LongThought
        {
            TreeId = tree.Id,
            LeafId = leafId,
            Segments =
            [
                .. tree.PathTo(leafId).Select(step => step.Id == leafId
                    ? new Segment(step.Id, SegmentKind.Answer, step.Text)
                    : new Segment(step.Id, SegmentKind.Step, StepLine.Of(step.Text))),
            ],
        };
    }

    /// <summary>The assistant's message: the thought between think tags, then the answer step.</summary>
    public string Render(ThoughtDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        var thought = string.Concat(Segments.Where(s => s.Kind != SegmentKind.Answer).Select(s => s.Text));
        var answer = string.Concat(Segments.Where(s => s.Kind == SegmentKind.Answer).Select(s => s.Text));
        return dialect.ThoughtBegin + thought + dialect.ThoughtEnd + answer;
    }
}
