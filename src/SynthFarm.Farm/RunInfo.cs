using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Farm;

/// <summary>A run of a farm.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">What it is.</param>
/// <param name="Progress">Where it is.</param>
public sealed record RunInfo(string Name, RunFile File, RunProgress Progress);
