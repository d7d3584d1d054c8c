namespace SynthFarm.Core.Selection.Candidates;

/// <summary>Why a row was not selected.</summary>
/// <param name="Reason">One of <see cref="SelectionReason"/>'s names.</param>
/// <param name="Detail">The reason in words.</param>
public sealed record SelectionRejection(string Reason, string Detail);
