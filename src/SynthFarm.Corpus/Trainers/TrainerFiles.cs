namespace SynthFarm.Corpus.Trainers;

/// <summary>The files of a config as a trainer finds them: by folder and name alone.</summary>
internal static class TrainerFiles
{
    public const string Extension = ".parquet";

    /// <summary>Paths of a config's shards, relative to the directory, in ordinal order.</summary>
    public static IReadOnlyList<string> Shards(string directory, string config) =>
        [.. All(directory, config).Where(path => path.EndsWith(Extension, StringComparison.Ordinal))];

    /// <summary>The rules that hold for names and folders, whichever the trainer.</summary>
    public static IEnumerable<(string File, string What)> Faults(string directory, string config)
    {
        var totals = new Dictionary<string, (int Total, int Count)>(StringComparer.Ordinal);
        foreach (var path in All(directory, config))
        {
            if (!path.EndsWith(Extension, StringComparison.Ordinal))
            {
                yield return (path, $"lies among the shards of {config}; trainers take a folder whole, so it may hold {Extension} files only");
            }
            else if (ShardName.TryParse(Path.GetFileName(path), out var name))
            {
                var (total, count) = totals.GetValueOrDefault(name.Split, (name.Total, 0));
                totals[name.Split] = (total, count + 1);
                if (name.Total != total || name.Index >= name.Total)
                {
                    yield return (path, $"does not fit the other shards of {config}/{name.Split}, of which there are {total}");
                }
            }
            else
            {
                yield return (path, "is not named <split>-00000-of-00001.parquet, so no split is found for it");
            }
        }

        foreach (var (split, (total, count)) in totals.Where(t => t.Value.Count != t.Value.Total))
        {
            yield return ($"{config}/{split}", $"has {count} shards where their names say {total}");
        }
    }

    private static IEnumerable<string> All(string directory, string config) => Directory
        .EnumerateFileSystemEntries(Path.Combine(directory, config))
        .Select(path => $"{config}/{Path.GetFileName(path)}")
        .Order(StringComparer.Ordinal);
}
