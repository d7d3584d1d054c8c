using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Formats.Importing;

/// <summary>One problem of an import.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="HasGold">Whether its gold answer is known; without one it is not written to the problem file.</param>
/// <param name="Finished">Its tree; null where trees are not asked for.</param>
internal sealed record MergedProblem(Problem Problem, bool HasGold, FinishedProblem? Finished);
