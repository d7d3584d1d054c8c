using SynthFarm.Core.Problems;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary>The problems of a comparison.</summary>
/// <param name="Measured">Those the figures are about.</param>
/// <param name="Calibration">Others, on which sizes are matched.</param>
internal sealed record SearchProblems(IReadOnlyList<Problem> Measured, IReadOnlyList<Problem> Calibration);
