namespace SynthFarm.Farm.Progress;

/// <summary>How many get how far. Counts over the finished problems of the run, those of earlier starts included.</summary>
/// <param name="Problems">Problems the run is to do.</param>
/// <param name="Trees">Trees with at least one step.</param>
/// <param name="Paths">Paths that ended, whichever way.</param>
/// <param name="Answered">Paths that state an answer.</param>
/// <param name="Correct">Paths whose answer is correct.</param>
/// <param name="Accepted">Problems with at least one correct path.</param>
public sealed record RunFunnel(long Problems, long Trees, long Paths, long Answered, long Correct, long Accepted);
