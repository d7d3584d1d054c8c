using SynthFarm.Core.Problems;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Farm;

/// <summary>Where a run's corpus is, and what belongs to it.</summary>
/// <param name="RunDirectory">The directory the corpus's readers and the publisher take.</param>
/// <param name="File">The run's file; its specification holds the options to publish with.</param>
/// <param name="Includes">Whether a finished problem still belongs to the run; the publisher asks this.</param>
public sealed record CorpusLocation(string RunDirectory, RunFile File, Func<Problem, bool> Includes);
