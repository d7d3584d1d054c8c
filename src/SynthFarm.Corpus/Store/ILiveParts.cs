namespace SynthFarm.Corpus.Store;

/// <summary>What a merge sees of a live corpus. Commits add parts at the end meanwhile and change nothing before.</summary>
internal interface ILiveParts
{
    /// <summary>The manifest in force.</summary>
    LiveManifest Manifest { get; }

    /// <summary>Whether the row of a problem in a part is the one that counts.</summary>
    bool IsCurrent(string problemId, LivePart part);

    /// <summary>Lists one part in the place of several, by one commit of the manifest.</summary>
    void Replace(IReadOnlyList<LivePart> parts, LivePart merged);
}
