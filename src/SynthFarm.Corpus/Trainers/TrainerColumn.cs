namespace SynthFarm.Corpus.Trainers;

/// <summary>A column that a trainer reads.</summary>
/// <param name="Name">The name it reads it by.</param>
/// <param name="Shape">The type it asks for.</param>
/// <param name="Key">What a description of the data calls it; its name when null.</param>
public sealed record TrainerColumn(string Name, ColumnShape Shape, string? Key = null);
