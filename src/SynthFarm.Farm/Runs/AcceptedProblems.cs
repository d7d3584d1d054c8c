namespace SynthFarm.Farm.Runs;

/// <summary>The problems a run is to do: a copy of its own, so that the run needs nothing but its directory.</summary>
/// <param name="Path">The copy, relative to the run directory: <c>problems/</c> and its hash.</param>
/// <param name="Bytes">The copy's length.</param>
/// <param name="Sha256">The copy's SHA-256, 64 hex digits.</param>
/// <param name="Count">Different problems.</param>
/// <param name="Duplicates">Lines of the source that repeated a problem.</param>
/// <param name="SourceSha256">SHA-256 of the file it was made from.</param>
public sealed record AcceptedProblems(string Path, long Bytes, string Sha256, int Count, int Duplicates, string SourceSha256);
