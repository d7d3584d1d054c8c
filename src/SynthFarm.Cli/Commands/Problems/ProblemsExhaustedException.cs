namespace SynthFarm.Cli.Commands.Problems;

/// <summary>A family has no more different problems of a difficulty to draw.</summary>
internal sealed class ProblemsExhaustedException(string kind, int difficulty, int drawn)
    : Exception($"No new {kind} problem of difficulty {difficulty} was found after {drawn} different ones; ask for fewer, or for more difficulties.");
