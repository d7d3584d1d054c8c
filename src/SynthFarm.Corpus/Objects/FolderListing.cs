namespace SynthFarm.Corpus.Objects;

/// <summary>Walks a folder of objects.</summary>
internal static class FolderListing
{
    /// <summary>The files below a folder whose names an object may have, in ordinal order of the whole names.</summary>
    /// <param name="prefix">The folder's name with a slash at its end; empty for the root.</param>
    public static IEnumerable<ObjectInfo> Objects(DirectoryInfo folder, string prefix)
    {
        // A folder sorts as its objects do, with a slash behind its name: "a-b" comes before "a/b".
        var entries = folder.EnumerateFileSystemInfos()
            .Where(entry => entry.LinkTarget is null && ObjectName.IsAllowed(prefix + entry.Name))
            .OrderBy(entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry is FileInfo file)
            {
                yield return new ObjectInfo(prefix + file.Name, file.Length);
            }
            else
            {
                foreach (var below in Objects((DirectoryInfo)entry, $"{prefix}{entry.Name}/"))
                {
                    yield return below;
                }
            }
        }
    }
}
