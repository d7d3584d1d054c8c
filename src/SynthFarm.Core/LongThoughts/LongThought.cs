namespace SynthFarm.Core.LongThoughts;

/// <summary>
/// A tree walked depth first into one text that keeps mistakes, reflections and backtracking. Leaving out the excursions and reflections
/// gives the shortcut, step for step.
/// </summary>
public sealed record LongThought
{
    public required string TreeId { get; init; }

    /// <summary>The correct leaf the thought leads to.</summary>
    public required int LeafId { get; init; }

    public required IReadOnlyList<Segment> Segments { get; init; }

    public int Backtracks => Segments.Count(segment => segment.Kind == SegmentKind.Reflection);

    /// <summary>Who named the errors, each once, in order of first use.</summary>
    public IReadOnlyList<string> CritiqueSources => Segments.Select(s => s.CritiqueSource).OfType<string>().Distinct().ToList();

    /// <summary>The shortcut: the text of the on-path steps alone.</summary>
    public string ShortcutText => string.Concat(
        Segments.Where(s => s.Kind is SegmentKind.Step or SegmentKind.Answer).Select(s => s.Text));

    /// <summary>The assistant's message: the thought between think tags, then the answer step.</summary>
    public string Render(ThoughtDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        var thought = string.Concat(Segments.Where(s => s.Kind != SegmentKind.Answer).Select(s => s.Text));
        var answer = string.Concat(Segments.Where(s => s.Kind == SegmentKind.Answer).Select(s => s.Text));
        return dialect.ThoughtBegin + thought + dialect.ThoughtEnd + answer;
    }
}
