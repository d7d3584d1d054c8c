namespace SynthFarm.Corpus.Trainers;

/// <summary>A column that a trainer reads.</summary>
/// <param name="Name">The name it reads it by.</param>
/// <param name="Shape">The type it asks for.</param>
public sealed record TrainerColumn(string Name, ColumnShape Shape);
