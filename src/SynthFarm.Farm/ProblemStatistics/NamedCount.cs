namespace SynthFarm.Farm.ProblemStatistics;

/// <summary>How many problems have a value.</summary>
/// <param name="Name">The value; empty for problems without one.</param>
/// <param name="Problems">How many.</param>
public sealed record NamedCount(string Name, long Problems);
