namespace SynthFarm.Formats.Faults;

/// <summary>A file as messages speak of it.</summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Unit">What its records are counted in: <c>line</c> or <c>row</c>.</param>
internal sealed record SourceFile(string Name, string Unit = "line");
