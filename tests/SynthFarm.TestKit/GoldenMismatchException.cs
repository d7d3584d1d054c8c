namespace SynthFarm.TestKit;

/// <summary>A text differs from its golden file.</summary>
public sealed class GoldenMismatchException(string message) : Exception(message);
