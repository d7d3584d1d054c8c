using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Store;

/// <summary>Files that a commit wrote before it was interrupted, or that a merge has replaced. Only names the store itself gives are touched.</summary>
internal static class OrphanedParts
{
    /// <summary>Removes them; those that a reader may still need are left to the next opening.</summary>
    public static void Remove(string runDirectory, LiveManifest manifest)
    {
        using var exclusion = ReaderLease.TryExclude(runDirectory);
        var listed = manifest.Parts.SelectMany(p => p.Files()).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Find(runDirectory, listed).Where(path => exclusion is not null || IsTemporary(Path.GetFileName(path))).ToList())
        {
            File.Delete(path);
        }

        File.Delete(RunLayout.Manifest(runDirectory) + DurableFiles.TemporarySuffix);
    }

    /// <summary>Removes what a merge that was given up has begun.</summary>
    public static void RemoveUnfinishedMerge(string runDirectory)
    {
        foreach (var folder in new[] { RunLayout.TreesFolder, RunLayout.ProblemsFolder })
        {
            File.Delete(Path.Combine(FilePaths.Resolve(runDirectory, folder), PartNames.OfMerges.Temporary));
        }
    }

    /// <summary>Parts, finished or not, that are not listed.</summary>
    public static IEnumerable<string> Find(string runDirectory, IReadOnlySet<string> listed)
    {
        foreach (var folder in new[] { RunLayout.TreesFolder, RunLayout.ProblemsFolder })
        {
            foreach (var path in Directory.EnumerateFiles(FilePaths.Resolve(runDirectory, folder), "part*"))
            {
                var name = Path.GetFileName(path);
                var isOurs = IsTemporary(name) || (name.StartsWith("part-", StringComparison.Ordinal) && name.EndsWith(".parquet", StringComparison.Ordinal));
                if (isOurs && !listed.Contains($"{folder}/{name}"))
                {
                    yield return path;
                }
            }
        }
    }

    private static bool IsTemporary(string name) => name == PartNames.OfCommits.Temporary || name == PartNames.OfMerges.Temporary;
}
