using SynthFarm.Corpus.Store;

namespace SynthFarm.Formats.Importing;

/// <summary>One problem of an import.</summary>
/// <param name="Line">The problem's line in a problem file, in UTF-8.</param>
/// <param name="HasGold">Whether its gold answer is known; without one it is not written to the problem file.</param>
/// <param name="Finished">Its tree; null where trees are not asked for.</param>
internal sealed record MergedProblem(byte[] Line, bool HasGold, FinishedProblem? Finished);
