namespace SynthFarm.Corpus.Comparison;

/// <summary>One of the two corpora.</summary>
/// <param name="Directory">As it was given.</param>
/// <param name="Kind"><c>snapshot</c> or <c>run</c>.</param>
/// <param name="Name">The snapshot's name, or the run's id.</param>
/// <param name="Rounds">The rounds its trees come from, in order.</param>
/// <param name="Round">The one round that is compared; null for all.</param>
public sealed record DiffedCorpus(string Directory, string Kind, string Name, IReadOnlyList<int> Rounds, int? Round);
