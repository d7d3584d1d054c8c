using SynthFarm.Core.Problems;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.ProblemFiles;

/// <summary>
/// A problem file that was read once: its different problems by their place in it, from 0, and where they stand. What is chosen of it is
/// copied line by line, byte for byte. Keeps about 80 bytes per problem.
/// </summary>
public sealed class ScannedProblemFile
{
    private readonly string _path;
    private readonly LimitOptions _limits;
    private readonly ProblemScan _scan;

    private ScannedProblemFile(string path, LimitOptions limits, ProblemScan scan)
    {
        _path = path;
        _limits = limits;
        _scan = scan;
    }

    public ProblemFileReport Report => _scan.Report;

    /// <summary>Different problems.</summary>
    public int Count => _scan.Entries.Count;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">Line length, number of faults, whether gold answers may be missing.</param>
    /// <param name="visit">Called for each different problem, in order.</param>
    /// <exception cref="ProblemFileException">The file cannot be read, or has faults: all of them, up to the limit.</exception>
    public static ScannedProblemFile Read(string path, LimitOptions limits, Action<Problem> visit, CancellationToken cancellationToken = default)
    {
        var scan = ProblemScan.Run(path, path, limits, visit, cancellationToken);
        return scan.Report.Faults.Count == 0 ? new ScannedProblemFile(path, limits, scan) : throw new ProblemFileException(scan.Report);
    }

    /// <summary>The line a problem stands in, from 1.</summary>
    public int LineOf(int index) => _scan.Entries[index].LineNumber;

    /// <summary>Reads problems again by their place.</summary>
    /// <exception cref="ProblemFileException">The file changed meanwhile.</exception>
    public IEnumerable<Problem> Again(IEnumerable<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        using var file = File.OpenHandle(_path);
        foreach (var index in indices)
        {
            var entry = _scan.Entries[index];
            var bytes = new byte[entry.Length];
            var read = RandomAccess.Read(file, bytes, entry.Offset);
            var problem = read == bytes.Length ? ProblemLineParser.Parse(bytes, entry.LineNumber, _limits.MaxLineBytes, _limits.AllowUnlabelled).Problem : null;
            yield return problem is not null && ProblemEntry.IdOf(problem.Id) == entry.Id ? problem
                : throw new ProblemFileException($"{Report.File}: line {entry.LineNumber} changed while the file was being read.");
        }
    }

    /// <summary>Writes the lines of the problems that are kept, in order, without blank lines, byte order mark and carriage returns.</summary>
    /// <param name="destination">The new file; an existing one is replaced.</param>
    /// <param name="keep">Whether the problem at a place is kept.</param>
    /// <exception cref="ProblemFileException">The file changed meanwhile.</exception>
    public void Copy(string destination, Func<int, bool> keep) => ProblemFile.CopyAccepted(_path, _scan, destination, _limits, keep);
}
