namespace SynthFarm.Corpus.Rows;

/// <summary>What one finished problem gives: either a row of both thought configs, or a rejection.</summary>
internal sealed record DerivedRows
{
    public ThoughtRow? LongThought { get; init; }

    public ThoughtRow? Shortcut { get; init; }

    public RejectionRow? Rejection { get; init; }
}
