using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Store;

/// <summary>Writes one part that holds what counts of several neighbours, and removes those when no reader can need them.</summary>
internal sealed class PartMerger(string runDirectory, CorpusLineage lineage, ICrashPoints crashPoints)
{
    private readonly List<string> _replaced = [];

    /// <summary>Writes the part; no manifest lists it yet. Holds one tree and one row group of each part at a time.</summary>
    /// <param name="parts">Neighbours, at most <see cref="LiveCorpusOptions.MostMergeParts"/>.</param>
    /// <param name="isCurrent">Whether the row of a problem in a part is the one that counts. Once it is not, it never is again.</param>
    public LivePart Write(IReadOnlyList<LivePart> parts, Func<string, LivePart, bool> isCurrent, CancellationToken cancellationToken)
    {
        var reader = new PartReader(runDirectory);
        var sources = parts.Select(part => reader.Read(part).Where(finished => isCurrent(finished.Problem.Id, part))).ToList();
        try
        {
            return new PartWriter(runDirectory, lineage, PartNames.OfMerges, crashPoints)
                .Write(parts[0].FirstSequence, parts[^1].Sequence, Stoppable(PartMerge.AtOnce(sources), cancellationToken));
        }
        catch
        {
            OrphanedParts.RemoveUnfinishedMerge(runDirectory);
            throw;
        }
    }

    /// <summary>Takes over the files of parts that the manifest lists no more, to remove them when nobody reads.</summary>
    public void Replaced(IEnumerable<LivePart> parts)
        => _replaced.AddRange(parts.SelectMany(p => p.Files()).Select(f => FilePaths.Resolve(runDirectory, f.Path)));

    /// <summary>Removes replaced files, unless someone reads; then a later call or the next opening does.</summary>
    public void RemoveReplaced()
    {
        if (_replaced.Count == 0)
        {
            return;
        }

        using var exclusion = ReaderLease.TryExclude(runDirectory);
        if (exclusion is null)
        {
            return;
        }

        foreach (var path in _replaced)
        {
            File.Delete(path);
            crashPoints.Reach(CrashPoint.MergeRemoving);
        }

        _replaced.Clear();
    }

    private static IEnumerable<FinishedProblem> Stoppable(IEnumerable<FinishedProblem> problems, CancellationToken cancellationToken)
    {
        foreach (var finished in problems)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return finished;
        }
    }
}
