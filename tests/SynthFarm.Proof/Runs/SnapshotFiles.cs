using System.Security.Cryptography;

namespace SynthFarm.Proof.Runs;

/// <summary>The Parquet files of a snapshot by path, with the hash of their bytes.</summary>
internal sealed record SnapshotFiles(IReadOnlyDictionary<string, string> Hashes)
{
    public static SnapshotFiles Read(string snapshot) => new(
        Directory.EnumerateFiles(snapshot, "*.parquet", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(snapshot, path), Hash));

    /// <summary>Names the first difference to another snapshot; null when the files are equal byte for byte.</summary>
    public string? DifferenceTo(SnapshotFiles other) =>
        Hashes.Keys.Union(other.Hashes.Keys).Order(StringComparer.Ordinal)
            .Select(path => (path, Mine: Hashes.GetValueOrDefault(path), Theirs: other.Hashes.GetValueOrDefault(path)))
            .Where(file => file.Mine != file.Theirs)
            .Select(file => $"{file.path} {(file.Mine is null ? "is missing" : file.Theirs is null ? "is new" : "has other bytes")}")
            .FirstOrDefault();

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
