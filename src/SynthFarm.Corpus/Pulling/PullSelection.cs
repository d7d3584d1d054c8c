using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Corpus.Pulling;

/// <summary>What of a snapshot is pulled: the manifest as it will lie in the place, with its bytes.</summary>
internal sealed record PullSelection(SnapshotManifest Manifest, byte[] Bytes)
{
    /// <summary>Takes the source's manifest as it is, or one that lists some configs alone and names the source's as its parent.</summary>
    /// <exception cref="CorpusException">The manifest is not what a snapshot may have, or a config is not in it.</exception>
    public static PullSelection Of(byte[] bytes, string name, IReadOnlyList<string>? configs)
    {
        var manifest = SnapshotManifest.Parse(bytes, name);
        if (Faults(manifest).FirstOrDefault() is { } fault)
        {
            throw new CorpusException($"{name}: {fault}");
        }

        var unknown = configs?.Except(manifest.Configs.Select(c => c.Name), StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
        {
            throw new CorpusException($"{name}: there is no config \"{unknown}\"; there are {string.Join(", ", manifest.Configs.Select(c => c.Name))}.");
        }

        if (configs is null || manifest.Configs.All(c => configs.Contains(c.Name)))
        {
            return new PullSelection(manifest, bytes);
        }

        var leftOut = manifest.Configs.Where(c => !configs.Contains(c.Name)).ToList();
        var shards = leftOut.SelectMany(c => c.Splits).SelectMany(s => s.Shards).ToHashSet(StringComparer.Ordinal);
        var selected = manifest with
        {
            Configs = [.. manifest.Configs.Except(leftOut)],
            Files = [.. manifest.Files.Where(f => !shards.Contains(f.Path))],
            LeftOut = [.. manifest.LeftOut.Concat(leftOut.Select(c => c.Name)).Order(StringComparer.Ordinal)],
            Parents = [new SnapshotParent(manifest.Name, SealedJson.SealOf(bytes), "pull")],
        };
        return new PullSelection(selected, SealedJson.Serialize(selected));
    }

    /// <summary>A manifest from elsewhere decides which files are written here; its names must stay inside and apart.</summary>
    private static IEnumerable<string> Faults(SnapshotManifest manifest)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { SnapshotManifest.FileName };
        foreach (var file in manifest.Files)
        {
            if (!FilePaths.IsPlain(file.Path))
            {
                yield return $"lists \"{file.Path}\", which is no path inside a snapshot.";
            }
            else if (!names.Add(file.Path))
            {
                yield return $"lists {file.Path} more than once.";
            }

            if (file.Bytes < 0 || file.Sha256.Length != 64 || !file.Sha256.All(char.IsAsciiHexDigitLower))
            {
                yield return $"says {file.Bytes} bytes with the checksum \"{file.Sha256}\" of {file.Path}; neither may be so.";
            }
        }

        if (manifest.Files.FirstOrDefault(f => Folders(f.Path).Any(names.Contains)) is { } below)
        {
            yield return $"lists {below.Path} below another file.";
        }

        var listed = manifest.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        if (manifest.Configs.SelectMany(c => c.Splits).SelectMany(s => s.Shards).FirstOrDefault(s => !listed.Contains(s)) is { } shard)
        {
            yield return $"names the shard {shard} but does not list it.";
        }
    }

    private static IEnumerable<string> Folders(string path)
    {
        for (var at = path.LastIndexOf('/'); at > 0; at = path.LastIndexOf('/', at - 1))
        {
            yield return path[..at];
        }
    }
}
