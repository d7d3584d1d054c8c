using System.Security.Cryptography;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Checking;

/// <summary>Compares files with what a manifest says of them.</summary>
internal static class FileChecks
{
    public static void Check(CheckLog log, IReadOnlyList<FileEntry> files, string manifest)
    {
        foreach (var path in files.GroupBy(f => f.Path, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            log.Damage(manifest, $"lists {path} more than once");
        }

        foreach (var file in files)
        {
            if (!FilePaths.IsPlain(file.Path))
            {
                log.Damage(manifest, $"lists \"{file.Path}\", which is no path inside the directory");
                continue;
            }

            log.Guard(file.Path, () => Check(log, file));
        }
    }

    /// <summary>Files below the directory that are not listed. What Git and the Hub's tools keep at the top is not looked at.</summary>
    public static IEnumerable<string> Unlisted(string directory, IEnumerable<string> listed)
    {
        var known = listed.ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !known.Contains(path) && !path.StartsWith(".git", StringComparison.Ordinal) && !path.StartsWith(".cache/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    private static void Check(CheckLog log, FileEntry file)
    {
        var path = FilePaths.Resolve(log.Directory, file.Path);
        if (!File.Exists(path))
        {
            log.Damage(file.Path, "is listed in the manifest but not there");
            return;
        }

        using var stream = File.OpenRead(path);
        log.Files++;
        log.Bytes += stream.Length;
        if (stream.Length != file.Bytes)
        {
            log.Damage(file.Path, $"has {stream.Length} bytes where the manifest says {file.Bytes}");
            return;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
        if (sha256 != file.Sha256)
        {
            log.Damage(file.Path, $"was changed: its SHA-256 is {sha256[..16]}... where the manifest says {file.Sha256[..Math.Min(16, file.Sha256.Length)]}...");
        }
    }
}
