namespace SynthFarm.Corpus.Store;

/// <summary>What one commit added: a file of finished problems and, unless none had a tree, a file of their trees.</summary>
public sealed record LivePart
{
    /// <summary>The commit's number, from 1; a problem's latest part holds what counts.</summary>
    public required long Sequence { get; init; }

    public required FileEntry Problems { get; init; }

    public FileEntry? Trees { get; init; }

    /// <summary>The files, problems first.</summary>
    internal IEnumerable<FileEntry> Files() => Trees is null ? [Problems] : [Problems, Trees];
}
