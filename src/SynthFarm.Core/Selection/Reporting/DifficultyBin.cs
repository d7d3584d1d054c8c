namespace SynthFarm.Core.Selection.Reporting;

/// <summary>Rows whose problem's difficulty lies between two bounds.</summary>
/// <param name="From">Lowest difficulty in the bin.</param>
/// <param name="To">The next bin's lowest.</param>
/// <param name="Before">Rows before selection.</param>
/// <param name="After">Rows that were selected.</param>
public readonly record struct DifficultyBin(double From, double To, long Before, long After);
