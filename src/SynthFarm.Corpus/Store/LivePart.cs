namespace SynthFarm.Corpus.Store;

/// <summary>What one commit added, or several that were merged: a file of finished problems and, unless none had a tree, a file of their trees.</summary>
public sealed record LivePart
{
    /// <summary>The commit's number, from 1, or the last one's of those merged; a problem's latest part holds what counts.</summary>
    public required long Sequence { get; init; }

    /// <summary>The first of several merged commits, all of which up to <see cref="Sequence"/> are in the part; null for a single one.</summary>
    public long? First { get; init; }

    public required FileEntry Problems { get; init; }

    public FileEntry? Trees { get; init; }

    internal long FirstSequence => First ?? Sequence;

    internal long Bytes => Problems.Bytes + (Trees?.Bytes ?? 0);

    /// <summary>Whether the part holds what a commit added.</summary>
    internal bool Covers(long sequence) => FirstSequence <= sequence && sequence <= Sequence;

    /// <summary>The files, problems first.</summary>
    internal IEnumerable<FileEntry> Files() => Trees is null ? [Problems] : [Problems, Trees];
}
