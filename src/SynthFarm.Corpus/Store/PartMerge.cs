using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Store;

/// <summary>
/// Merges sorted parts. At most <see cref="FanIn"/> are open at a time, so that neither memory nor open files grow with their number;
/// more are first merged into fewer, on disk.
/// </summary>
internal static class PartMerge
{
    /// <summary>Most parts read at once.</summary>
    public const int FanIn = 16;

    /// <param name="parts">Each in ordinal order of the problem ids, the small ones first; an id occurs in one part only.</param>
    /// <param name="lineage">The parts' lineage.</param>
    /// <param name="scratchDirectory">Where merged parts are kept; created when needed.</param>
    public static IEnumerable<FinishedProblem> Sorted(IReadOnlyList<IEnumerable<FinishedProblem>> parts, CorpusLineage lineage, string scratchDirectory)
    {
        var pending = new Queue<IEnumerable<FinishedProblem>>(parts);
        for (var merged = 1; pending.Count > FanIn; merged++)
        {
            // The first of them and no more than needed: what is merged is read and written once more.
            var count = Math.Min(FanIn, pending.Count - FanIn + 1);
            var group = Enumerable.Range(0, count).Select(_ => pending.Dequeue()).ToList();
            pending.Enqueue(Spill(AtOnce(group), lineage, scratchDirectory, merged));
        }

        return AtOnce([.. pending]);
    }

    /// <summary>Merges parts that are all open at once, however many they are.</summary>
    /// <param name="parts">As for <see cref="Sorted"/>, in any order.</param>
    public static IEnumerable<FinishedProblem> AtOnce(IReadOnlyList<IEnumerable<FinishedProblem>> parts)
    {
        var enumerators = parts.Select(p => p.GetEnumerator()).ToList();
        try
        {
            var heads = new PriorityQueue<IEnumerator<FinishedProblem>, string>(StringComparer.Ordinal);
            foreach (var enumerator in enumerators.Where(e => e.MoveNext()))
            {
                heads.Enqueue(enumerator, enumerator.Current.Problem.Id);
            }

            while (heads.TryDequeue(out var head, out _))
            {
                yield return head.Current;
                if (head.MoveNext())
                {
                    heads.Enqueue(head, head.Current.Problem.Id);
                }
            }
        }
        finally
        {
            enumerators.ForEach(e => e.Dispose());
        }
    }

    private static IEnumerable<FinishedProblem> Spill(IEnumerable<FinishedProblem> problems, CorpusLineage lineage, string scratch, int number)
    {
        Directory.CreateDirectory(FilePaths.Resolve(scratch, RunLayout.TreesFolder));
        Directory.CreateDirectory(FilePaths.Resolve(scratch, RunLayout.ProblemsFolder));
        var part = new PartWriter(scratch, lineage, PartNames.OfCommits, CrashPoint.None).Write(number, number, problems);
        return new PartReader(scratch).Read(part);
    }
}
