using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Store;

/// <summary>The manifest on disk: created before the first part, replaced by one rename.</summary>
internal static class LiveManifestFile
{
    /// <exception cref="CorpusException">It is damaged, missing beside existing parts, or of another lineage.</exception>
    public static LiveManifest LoadOrCreate(string runDirectory, CorpusLineage lineage)
    {
        var path = RunLayout.Manifest(runDirectory);
        if (!File.Exists(path))
        {
            return Create(runDirectory, lineage);
        }

        var manifest = LiveManifest.Load(runDirectory);
        if (manifest.Lineage != lineage)
        {
            throw new CorpusException($"{path}: the corpus is of another lineage.\n  found:    {manifest.Lineage}\n  expected: {lineage}");
        }

        return manifest;
    }

    /// <summary>Writes and flushes the next manifest under its temporary name; the old one stays in force.</summary>
    /// <param name="points">The crash points to tell of.</param>
    public static void Write(string runDirectory, LiveManifest manifest, PartNames points, ICrashPoints crashPoints)
    {
        DurableFiles.Write(RunLayout.Manifest(runDirectory) + DurableFiles.TemporarySuffix, SealedJson.Serialize(manifest));
        crashPoints.Reach(points.ManifestWritten);
    }

    /// <summary>Puts the written manifest in place. When this fails, it may be there or not.</summary>
    public static void PutInPlace(string runDirectory, PartNames points, ICrashPoints crashPoints)
    {
        var path = RunLayout.Manifest(runDirectory);
        DurableFiles.Replace(path + DurableFiles.TemporarySuffix, path);
        crashPoints.Reach(points.ManifestRenamed);
    }

    /// <summary>Without a manifest every part would count as an orphan; parts without one mean that it was lost, which nobody may repair by deleting.</summary>
    private static LiveManifest Create(string runDirectory, CorpusLineage lineage)
    {
        if (OrphanedParts.Find(runDirectory, new HashSet<string>()).Any())
        {
            throw new CorpusException($"{RunLayout.Manifest(runDirectory)}: not found, but there are parts of a corpus. Restore it, or move the parts away.");
        }

        var manifest = new LiveManifest { Format = LiveManifest.ExpectedFormat, Sequence = 0, Lineage = lineage, Parts = [] };
        Write(runDirectory, manifest, PartNames.OfCommits, CrashPoint.None);
        PutInPlace(runDirectory, PartNames.OfCommits, CrashPoint.None);
        DurableFiles.FlushDirectory(runDirectory);
        return manifest;
    }
}
