using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Durability;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.ProblemFiles;

/// <summary>Checks problem files and makes the copy a run works from.</summary>
public static class ProblemFile
{
    /// <summary>Reads a whole file and tells everything that is wrong with it, up to <see cref="LimitOptions.MaxFaults"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">Line length, number of faults, whether gold answers may be missing.</param>
    /// <param name="visit">Called for each different problem, in order; null for none.</param>
    /// <exception cref="ProblemFileException">The file cannot be read.</exception>
    public static ProblemFileReport Check(
        string path, LimitOptions? limits = null, Action<Problem>? visit = null, CancellationToken cancellationToken = default) =>
        ProblemScan.Run(path, path, limits ?? new LimitOptions(), visit, cancellationToken).Report;

    /// <summary>
    /// Writes each different problem's line, byte for byte and in order, without byte order mark, blank lines and carriage returns; flushed
    /// to the disk when this returns.
    /// </summary>
    /// <param name="path">The file that <paramref name="scan"/> read.</param>
    /// <param name="scan">What it found.</param>
    /// <param name="destination">The new file.</param>
    /// <param name="limits">Line length.</param>
    /// <param name="keep">Whether the problem at a place is copied; null for all.</param>
    /// <returns>The new file's length and SHA-256.</returns>
    /// <exception cref="ProblemFileException">The file is no longer the one that was scanned.</exception>
    internal static FileDigest CopyAccepted(string path, ProblemScan scan, string destination, LimitOptions limits, Func<int, bool>? keep = null)
    {
        using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        using var target = new HashingStream(new FileStream(destination, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0));
        using var lines = new BufferedStream(target, 64 << 10);
        using var reader = new LineReader(source, limits.MaxLineBytes);
        keep ??= _ => true;
        var next = 0;
        foreach (var line in reader.Read())
        {
            if (next < scan.Entries.Count && scan.Entries[next].LineNumber == line.Number)
            {
                if (!keep(next++))
                {
                    continue;
                }

                lines.Write(line.Text.Span);
                lines.WriteByte((byte)'\n');
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
