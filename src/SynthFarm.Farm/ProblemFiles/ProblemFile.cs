using SynthFarm.Corpus.Durability;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.ProblemFiles;

/// <summary>Checks problem files and makes the copy a run works from.</summary>
public static class ProblemFile
{
    /// <summary>Reads a whole file and tells everything that is wrong with it, up to <see cref="LimitOptions.MaxFaults"/>.</summary>
    /// <exception cref="ProblemFileException">The file cannot be read.</exception>
    public static ProblemFileReport Check(string path, LimitOptions? limits = null, CancellationToken cancellationToken = default) =>
        ProblemScan.Run(path, path, limits ?? new LimitOptions(), accepted: null, cancellationToken).Report;

    /// <summary>
    /// Writes each different problem's line, byte for byte and in order, without byte order mark, blank lines and carriage returns; flushed
    /// to the disk when this returns.
    /// </summary>
    /// <param name="path">The file that <paramref name="scan"/> read.</param>
    /// <param name="scan">What it found.</param>
    /// <param name="destination">The new file.</param>
    /// <returns>The new file's length and SHA-256.</returns>
    /// <exception cref="ProblemFileException">The file is no longer the one that was scanned.</exception>
    internal static FileDigest CopyAccepted(string path, ProblemScan scan, string destination, LimitOptions limits)
    {
        using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        using var target = new HashingStream(new FileStream(destination, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0));
        using var lines = new BufferedStream(target, 64 << 10);
        using var reader = new LineReader(source, limits.MaxLineBytes);
        var next = 0;
        foreach (var line in reader.Read())
        {
            if (next < scan.Entries.Count && scan.Entries[next].LineNumber == line.Number)
            {
                lines.Write(line.Text.Span);
                lines.WriteByte((byte)'\n');
                next++;
            }
        }

        if (reader.Sha256 != scan.Report.Sha256)
        {
            throw new ProblemFileException($"{scan.Report.File}: changed while it was being read.");
        }

        lines.Flush();
        var sha256 = target.Complete();
        return new FileDigest(target.Length, sha256);
    }
}
