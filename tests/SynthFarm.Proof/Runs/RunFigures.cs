using SynthFarm.Farm.Progress;

namespace SynthFarm.Proof.Runs;

/// <summary>What an undisturbed run left: the files that others are compared with, and what it cost.</summary>
/// <param name="Files">Its published Parquet files.</param>
/// <param name="Report">Its report.</param>
/// <param name="LargestExpansion">Most tokens drawn at one depth of one tree: what a kill can cost per problem in flight.</param>
internal sealed record RunFigures(SnapshotFiles Files, RunReport Report, long LargestExpansion);
