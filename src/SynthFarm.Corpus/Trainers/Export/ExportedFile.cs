namespace SynthFarm.Corpus.Trainers.Export;

/// <summary>A file that was written.</summary>
/// <param name="Path">Relative to the export's folder, with forward slashes.</param>
/// <param name="Config">The config it was made of.</param>
/// <param name="Split">The split.</param>
/// <param name="Rows">Its records.</param>
public sealed record ExportedFile(string Path, string Config, string Split, long Rows);
