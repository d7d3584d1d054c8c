namespace SynthFarm.Core.Selection.Reporting;

/// <summary>Wrong answers let in on purpose.</summary>
/// <param name="Wanted">Rows the share asks for.</param>
/// <param name="Replaced">Rows whose place a wrong answer took.</param>
/// <param name="Inherited">Rows that were wrong already when the selection began.</param>
/// <param name="Share">Wrong of all training rows, 0 to 1.</param>
public readonly record struct NoiseReport(long Wanted, long Replaced, long Inherited, double Share);
