namespace SynthFarm.Core.Problems;

/// <summary>A line of a problem file, as read.</summary>
/// <param name="Problem">The problem; null when the line has faults.</param>
/// <param name="Faults">What is wrong with the line, in the order of its columns; empty when nothing is.</param>
public sealed record ProblemLine(Problem? Problem, IReadOnlyList<ProblemLineFault> Faults);
