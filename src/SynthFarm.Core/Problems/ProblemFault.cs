namespace SynthFarm.Core.Problems;

/// <summary>Something wrong with a field of a problem.</summary>
/// <param name="Field">The field's name in the file, e.g. <c>meta.numbers</c>.</param>
/// <param name="Message">What was found and what is allowed.</param>
public readonly record struct ProblemFault(string Field, string Message);
