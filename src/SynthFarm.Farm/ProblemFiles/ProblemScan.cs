using SynthFarm.Core.Problems;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.ProblemFiles;

/// <summary>
/// One pass over a problem file: JSON lines in UTF-8, blank lines ignored, a byte order mark and carriage returns accepted. Collects every
/// fault and, of each different problem, who it is and where it stands.
/// </summary>
internal sealed class ProblemScan
{
    private readonly string _name;
    private readonly LimitOptions _limits;
    private readonly FileStream _file;
    private readonly List<ProblemLineFault> _faults = [];
    private readonly List<ProblemEntry> _entries = [];
    private readonly Dictionary<UInt128, int> _byId = [];
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private int _lines;
    private int _duplicates;

    private ProblemScan(FileStream file, string name, LimitOptions limits)
    {
        _file = file;
        _name = name;
        _limits = limits;
    }

    /// <summary>The different problems in the order of the file.</summary>
    public IReadOnlyList<ProblemEntry> Entries => _entries;

    /// <summary>Position in <see cref="Entries"/> by <see cref="ProblemEntry.Id"/>.</summary>
    public IReadOnlyDictionary<UInt128, int> ById => _byId;

    public ProblemFileReport Report { get; private set; } = null!;

    /// <param name="path">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="limits">Line length and number of faults.</param>
    /// <param name="accepted">Called for each different problem, in order.</param>
    /// <exception cref="ProblemFileException">The file cannot be read.</exception>
    public static ProblemScan Run(string path, string name, LimitOptions limits, Action<Problem>? accepted, CancellationToken cancellationToken)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
            if (!file.CanSeek)
            {
                throw new ProblemFileException($"{name}: is no regular file; problems are read from it more than once.");
            }

            var scan = new ProblemScan(file, name, limits);
            scan.Read(accepted, cancellationToken);
            return scan;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemFileException($"{name}: cannot be read: {e.Message}", e);
        }
    }

    private void Read(Action<Problem>? accepted, CancellationToken cancellationToken)
    {
        using var reader = new LineReader(_file, _limits.MaxLineBytes);
        var isComplete = true;
        foreach (var line in reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.IsBlank)
            {
                continue;
            }

            _lines++;
            if (Parse(line) is { } problem && Enter(problem, line))
            {
                accepted?.Invoke(problem);
            }

            if (_faults.Count >= _limits.MaxFaults)
            {
                isComplete = false;
                break;
            }
        }

        Report = new ProblemFileReport
        {
            File = _name,
            Lines = _lines,
            Problems = _entries.Count,
            Duplicates = _duplicates,
            Kinds = _kinds,
            Faults = [.. _faults.Take(_limits.MaxFaults)],
            IsComplete = isComplete,
            Sha256 = reader.Sha256,
        };
    }

    private Problem? Parse(FileLine line)
    {
        if (line.IsTooLong)
        {
            var message = $"found a line of {line.Length} bytes; allowed are {_limits.MaxLineBytes}";
            _faults.Add(new ProblemLineFault(line.Number, _limits.MaxLineBytes + 1, "", message));
            return null;
        }

        var parsed = ProblemLineParser.Parse(line.Bytes.Span, line.Number, _limits.MaxLineBytes, _limits.AllowUnlabelled);
        _faults.AddRange(parsed.Faults);
        return parsed.Problem;
    }

    /// <returns>Whether the problem is a new one.</returns>
    private bool Enter(Problem problem, FileLine line)
    {
        var entry = ProblemEntry.Of(problem, line);
        if (_byId.TryAdd(entry.Id, _entries.Count))
        {
            _entries.Add(entry);
            var kind = problem.Kind ?? "";
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
            return true;
        }

        var first = _entries[_byId[entry.Id]];
        if (first.Contents == entry.Contents || !(first.HasGivenId || entry.HasGivenId))
        {
            _duplicates++;
        }
        else
        {
            _faults.Add(Conflict(first, problem, line.Number));
        }

        return false;
    }

    /// <summary>Reads the first of the two again, to say where they differ.</summary>
    private ProblemLineFault Conflict(ProblemEntry first, Problem second, int line)
    {
        var bytes = new byte[first.Length];
        RandomAccess.Read(_file.SafeFileHandle, bytes, first.Offset);
        var both = new ProblemSet();
        var earlier = ProblemLineParser.Parse(bytes, first.LineNumber, _limits.MaxLineBytes, _limits.AllowUnlabelled).Problem;
        if (earlier is null || both.Add(earlier, first.LineNumber) is not null || both.Add(second, line) is not { } fault)
        {
            throw new ProblemFileException($"{_name}: line {first.LineNumber} changed while the file was being read.");
        }

        return fault;
    }
}
