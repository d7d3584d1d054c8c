using SynthFarm.Farm.ProblemFiles;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary>A problem in a report.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Id">Its id.</param>
internal sealed record ProblemRef(int Line, string Id)
{
    /// <summary>The problem at a place of a file, read again for its id.</summary>
    public static ProblemRef At(ScannedProblemFile file, int index) => new(file.LineOf(index), file.Again([index]).Single().Id);
}
