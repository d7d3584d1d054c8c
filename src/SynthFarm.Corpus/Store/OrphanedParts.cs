using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Store;

/// <summary>Files that a commit wrote before it was interrupted. Only names the store itself gives are touched.</summary>
internal static class OrphanedParts
{
    public static void Remove(string runDirectory, LiveManifest manifest)
    {
        var listed = manifest.Parts.SelectMany(p => p.Files()).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Find(runDirectory, listed).ToList())
        {
            File.Delete(path);
        }

        File.Delete(RunLayout.Manifest(runDirectory) + DurableFiles.TemporarySuffix);
    }

    /// <summary>Parts, finished or not, that are not listed.</summary>
    public static IEnumerable<string> Find(string runDirectory, IReadOnlySet<string> listed)
    {
        foreach (var folder in new[] { RunLayout.TreesFolder, RunLayout.ProblemsFolder })
        {
            foreach (var path in Directory.EnumerateFiles(FilePaths.Resolve(runDirectory, folder), "part*"))
            {
                var name = Path.GetFileName(path);
                var isOurs = name == "part" + DurableFiles.TemporarySuffix || (name.StartsWith("part-", StringComparison.Ordinal) && name.EndsWith(".parquet", StringComparison.Ordinal));
                if (isOurs && !listed.Contains($"{folder}/{name}"))
                {
                    yield return path;
                }
            }
        }
    }
}
