namespace SynthFarm.Corpus.Curation;

/// <summary>A mark that was appended.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="RemovedTornLine">Whether a line that a killed writer left unfinished was removed first.</param>
public sealed record AppendedMark(CurationMark Mark, bool RemovedTornLine);
