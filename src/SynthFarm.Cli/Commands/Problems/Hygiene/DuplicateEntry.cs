using SynthFarm.Core.Hygiene.Duplicates;
using SynthFarm.Farm.ProblemFiles;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary>A line of the report of <c>problems dedup</c>.</summary>
/// <param name="Line">The problem's line, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Exact or near.</param>
/// <param name="Similarity">Jaccard similarity to <paramref name="Like"/>.</param>
/// <param name="Like">The problem it was found to be like.</param>
/// <param name="First">The problem that is kept of the cluster.</param>
internal sealed record DuplicateEntry(int Line, string Id, DuplicateKind Kind, double Similarity, ProblemRef Like, ProblemRef First)
{
    public static DuplicateEntry Of(ScannedProblemFile file, int index, Duplicate duplicate)
    {
        var self = ProblemRef.At(file, index);
        var like = ProblemRef.At(file, duplicate.Via);
        var first = duplicate.First == duplicate.Via ? like : ProblemRef.At(file, duplicate.First);
        return new DuplicateEntry(self.Line, self.Id, duplicate.Kind, Math.Round(duplicate.Similarity, 4), like, first);
    }
}
