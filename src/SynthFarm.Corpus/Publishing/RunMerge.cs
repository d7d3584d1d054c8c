using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Merges several runs by problem id; within a problem by round, then tree id.</summary>
internal static class RunMerge
{
    /// <exception cref="CorpusException">While enumerating: two runs have one id with different contents.</exception>
    public static IEnumerable<(FinishedProblem Finished, CorpusLineage Lineage)> Sorted(IReadOnlyList<CorpusReader> runs, string scratchDirectory)
    {
        var sources = runs
            .Select((run, i) => run.ReadSorted(Path.Combine(scratchDirectory, $"run-{i}")).Select(p => (Finished: p, run.Lineage)).GetEnumerator())
            .ToList();
        try
        {
            var open = sources.Where(s => s.MoveNext()).ToList();
            while (open.Count > 0)
            {
                var id = open.Select(s => s.Current.Finished.Problem.Id).Min(StringComparer.Ordinal)!;
                var ofProblem = open.Where(s => s.Current.Finished.Problem.Id == id).ToList();
                foreach (var item in InOrder(id, ofProblem.Select(s => s.Current)))
                {
                    yield return item;
                }

                open.RemoveAll(s => ofProblem.Contains(s) && !s.MoveNext());
            }
        }
        finally
        {
            sources.ForEach(s => s.Dispose());
        }
    }

    private static IEnumerable<(FinishedProblem Finished, CorpusLineage Lineage)> InOrder(string id, IEnumerable<(FinishedProblem Finished, CorpusLineage Lineage)> items)
    {
        var ordered = items
            .OrderBy(i => i.Lineage.Round)
            .ThenBy(i => i.Finished.Tree?.Id ?? "", StringComparer.Ordinal)
            .ThenBy(i => i.Lineage.ConfigHash, StringComparer.Ordinal)
            .ToList();
        if (ordered.Select(i => i.Finished.Problem.ContentHash).Distinct().Count() > 1)
        {
            throw new CorpusException($"Problem \"{id}\" has different contents in two of the runs; one id names one problem.");
        }

        return ordered.DistinctBy(i => (i.Finished.Tree?.Id, i.Finished.Tree is null ? i.Lineage.ConfigHash : ""));
    }
}
