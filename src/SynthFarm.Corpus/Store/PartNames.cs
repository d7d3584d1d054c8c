using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Store;

/// <summary>What a commit and a merge, which work at the same time, call their unfinished files and the points they pass.</summary>
internal sealed record PartNames(string Temporary, string PartWritten, string PartRenamed, string ManifestWritten, string ManifestRenamed)
{
    public static PartNames OfCommits { get; } = new(
        "part" + DurableFiles.TemporarySuffix,
        CrashPoint.PartWritten, CrashPoint.PartRenamed, CrashPoint.ManifestWritten, CrashPoint.ManifestRenamed);

    public static PartNames OfMerges { get; } = new(
        "part-merged" + DurableFiles.TemporarySuffix,
        CrashPoint.MergeWritten, CrashPoint.MergeRenamed, CrashPoint.MergeManifestWritten, CrashPoint.MergeManifestRenamed);
}
