namespace SynthFarm.Core.Problems.Countdown;

/// <summary>An operation that countdown does not allow.</summary>
/// <param name="Reason">A clause, e.g. <c>7 - 25 is negative</c>.</param>
/// <param name="IsUndecided">Whether the result was too large to be judged rather than not allowed.</param>
internal readonly record struct BrokenRule(string Reason, bool IsUndecided);
