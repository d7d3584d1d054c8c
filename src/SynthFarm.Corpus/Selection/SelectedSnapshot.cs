using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Corpus.Selection;

/// <summary>A snapshot that was selected.</summary>
/// <param name="Published">The new snapshot.</param>
/// <param name="Summary">What was done.</param>
public sealed record SelectedSnapshot(PublishedSnapshot Published, SelectionSummary Summary);
