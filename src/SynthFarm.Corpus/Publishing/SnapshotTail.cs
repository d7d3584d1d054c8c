using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Writes what a snapshot holds besides its configs.</summary>
internal static class SnapshotTail
{
    /// <summary>Writes card, trainer description and manifest; the folder is on the disk when this returns.</summary>
    /// <param name="manifest">Everything but these files and <paramref name="others"/>.</param>
    /// <param name="licenses">The licenses of the problems in <c>sft</c>; an empty string for problems that state none.</param>
    /// <param name="others">Further files that lie in the folder already.</param>
    /// <returns>The manifest as it was written.</returns>
    public static SnapshotManifest Write(string directory, SnapshotManifest manifest, IReadOnlyCollection<string> licenses, params IReadOnlyList<FileEntry> others)
    {
        var card = SnapshotText.Write(directory, "README.md", DatasetCard.Render(manifest, licenses));
        var info = SnapshotText.Write(directory, "dataset_info.json", DatasetInfo.Render(manifest));
        manifest = manifest with { Files = [.. manifest.Files.Concat(others).Append(card).Append(info).OrderBy(f => f.Path, StringComparer.Ordinal)] };
        DurableFiles.Write(Path.Combine(directory, SnapshotManifest.FileName), SealedJson.Serialize(manifest));
        DurableFiles.FlushDirectory(directory);
        return manifest;
    }
}
