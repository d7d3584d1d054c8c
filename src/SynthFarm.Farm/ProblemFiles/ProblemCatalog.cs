using Microsoft.Win32.SafeHandles;
using SynthFarm.Core.Problems;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.ProblemFiles;

/// <summary>
/// The problems a run has accepted: who they are in memory (about 80 bytes each), their texts on disk, read when asked for. Thread-safe.
/// </summary>
internal sealed class ProblemCatalog : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly ProblemScan _scan;
    private readonly LimitOptions _limits;
    private readonly string _name;

    private ProblemCatalog(string path, string name, ProblemScan scan, LimitOptions limits)
    {
        _file = File.OpenHandle(path);
        _name = name;
        _scan = scan;
        _limits = limits;
    }

    /// <summary>Different problems.</summary>
    public int Count => _scan.Entries.Count;

    /// <summary>Opens the copy a run works from.</summary>
    /// <param name="path">The copy.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="expected">Its length and hash when it was accepted.</param>
    /// <param name="visit">Called for each problem in order.</param>
    /// <exception cref="ProblemFileException">The copy is missing or was changed.</exception>
    public static ProblemCatalog Open(
        string path, string name, FileDigest expected, LimitOptions limits, Action<Problem> visit, CancellationToken cancellationToken)
    {
        // The limit may have been higher when the problems were accepted.
        var permissive = limits with { MaxLineBytes = Math.Max(limits.MaxLineBytes, 64 << 20), AllowUnlabelled = true };
        var scan = ProblemScan.Run(path, name, permissive, visit, cancellationToken);
        return scan.Report.Sha256 == expected.Sha256 && scan.Report.Faults.Count == 0
            ? new ProblemCatalog(path, name, scan, permissive)
            : throw new ProblemFileException($"{name}: is damaged: its contents do not match the checksum in run.json. Start the run again with --problems.");
    }

    /// <summary>Whether the run is to do this problem with exactly these contents.</summary>
    public bool Contains(string problemId, string contentHash) =>
        _scan.ById.TryGetValue(ProblemEntry.IdOf(problemId), out var index) && _scan.Entries[index].Contents == ProblemEntry.ContentsOf(contentHash);

    /// <summary>Whether the run is to do a problem of this id, whatever its contents.</summary>
    public bool ContainsId(string problemId) => _scan.ById.ContainsKey(ProblemEntry.IdOf(problemId));

    /// <summary>Reads a problem.</summary>
    /// <param name="index">Its place in the order of the file, from 0.</param>
    public Problem Read(int index)
    {
        var entry = _scan.Entries[index];
        var bytes = new byte[entry.Length];
        var read = RandomAccess.Read(_file, bytes, entry.Offset);
        var problem = read == bytes.Length ? ProblemLineParser.Parse(bytes, entry.LineNumber, _limits.MaxLineBytes, _limits.AllowUnlabelled).Problem : null;
        return problem is not null && ProblemEntry.IdOf(problem.Id) == entry.Id
            ? problem
            : throw new ProblemFileException($"{_name}: line {entry.LineNumber} changed while the run was going.");
    }

    public void Dispose() => _file.Dispose();
}
