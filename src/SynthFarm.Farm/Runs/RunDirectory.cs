using System.Reflection;
using System.Text.Json.Nodes;
using SynthFarm.Corpus.Durability;
using SynthFarm.Farm.Durability;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Runs;

/// <summary>A run directory held by this process: its lock, its run file, and the problems it has accepted.</summary>
internal sealed class RunDirectory : IDisposable
{
    private readonly RunLock _lock;

    private RunDirectory(string path, RunFile file, RunLock held)
    {
        Path = path;
        File = file;
        _lock = held;
    }

    public string Path { get; }

    public RunFile File { get; }

    /// <summary>
    /// Opens a run directory, creating it when there is none, and accepts the problems of a file: when this returns they are safe. A file
    /// with faults is refused before anything is written.
    /// </summary>
    /// <param name="path">The directory.</param>
    /// <param name="spec">The specification of this start.</param>
    /// <param name="configuration">What decides the output; must be the same as before.</param>
    /// <param name="problemsPath">The problem file; null to continue with the problems accepted before.</param>
    /// <exception cref="ProblemFileException">The problem file has faults.</exception>
    /// <exception cref="RunDirectoryException">The directory is in use, of another configuration, damaged, or holds something else.</exception>
    public static async Task<RunDirectory> OpenAsync(
        string path, RunSpec spec, RunConfiguration configuration, string? problemsPath, ICrashPoints crashPoints, TimeProvider clock, CancellationToken cancellationToken)
    {
        var scan = problemsPath is null ? null : ProblemScan.Run(problemsPath, problemsPath, spec.Limits, accepted: null, cancellationToken);
        if (scan is { Report.Faults.Count: > 0 })
        {
            throw new ProblemFileException(scan.Report);
        }

        RequireRunOrEmpty(path, mayCreate: scan is not null);
        Directory.CreateDirectory(path);
        var held = await RunLock.TakeAsync(path, clock, cancellationToken).ConfigureAwait(false);
        try
        {
            var known = RunFile.TryLoad(path);
            RequireSame(path, known, configuration);
            if (known is null && scan is null)
            {
                throw new RunDirectoryException($"{path}: holds no run; start one with --problems.");
            }

            var problems = scan is null || scan.Report.Sha256 == known?.Problems.SourceSha256
                ? known!.Problems
                : Accept(path, problemsPath!, scan, spec.Limits, crashPoints);
            var file = new RunFile
            {
                Format = RunFile.ExpectedFormat,
                RunId = configuration.Hash[..16],
                ConfigHash = configuration.Hash,
                Configuration = JsonNode.Parse(configuration.Canonical)!.AsObject(),
                Spec = spec,
                Problems = problems,
                ProductVersion = ProductVersion,
            };
            Save(path, file, crashPoints);
            return new RunDirectory(path, file, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The product's version, e.g. <c>0.1.0</c>.</summary>
    public static string ProductVersion { get; } =
        typeof(RunDirectory).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public ProblemCatalog OpenProblems(Action<Core.Problems.Problem> visit, CancellationToken cancellationToken) => ProblemCatalog.Open(
        System.IO.Path.Combine(Path, File.Problems.Path), File.Problems.Path, new FileDigest(File.Problems.Bytes, File.Problems.Sha256),
        File.Spec.Limits, visit, cancellationToken);

    public void Dispose() => _lock.Dispose();

    internal static AcceptedProblems Accept(string path, string source, ProblemScan scan, LimitOptions limits, ICrashPoints crashPoints)
    {
        var folder = System.IO.Path.Combine(path, RunLayout.ProblemsFolder);
        Directory.CreateDirectory(folder);
        var temporary = System.IO.Path.Combine(folder, "accepted" + DurableFiles.TemporarySuffix);
        var digest = ProblemFile.CopyAccepted(source, scan, temporary, limits);
        crashPoints.Reach(FarmCrashPoint.ProblemsWritten);
        var name = $"{digest.Sha256[..32]}.jsonl";
        DurableFiles.Replace(temporary, System.IO.Path.Combine(folder, name));
        crashPoints.Reach(FarmCrashPoint.ProblemsRenamed);
        return new AcceptedProblems(
            $"{RunLayout.ProblemsFolder}/{name}", digest.Bytes, digest.Sha256, scan.Entries.Count, scan.Report.Duplicates, scan.Report.Sha256);
    }

    internal static void Save(string path, RunFile file, ICrashPoints crashPoints)
    {
        var target = System.IO.Path.Combine(path, RunFile.FileName);
        DurableFiles.Write(target + DurableFiles.TemporarySuffix, file.Serialize());
        crashPoints.Reach(FarmCrashPoint.RunFileWritten);
        DurableFiles.Replace(target + DurableFiles.TemporarySuffix, target);
        crashPoints.Reach(FarmCrashPoint.RunFileRenamed);
        foreach (var copy in Directory.EnumerateFiles(System.IO.Path.Combine(path, RunLayout.ProblemsFolder)).ToList())
        {
            if (System.IO.Path.GetFileName(copy) != System.IO.Path.GetFileName(file.Problems.Path))
            {
                System.IO.File.Delete(copy);
            }
        }
    }

    private static void RequireRunOrEmpty(string path, bool mayCreate)
    {
        if (System.IO.File.Exists(path))
        {
            throw new RunDirectoryException($"{path}: is a file; a run needs a directory.");
        }

        if (!Directory.Exists(path))
        {
            if (!mayCreate)
            {
                throw new RunDirectoryException($"{path}: not found; there is no run to continue.");
            }

            return;
        }

        var strange = Directory.EnumerateFileSystemEntries(path).Select(System.IO.Path.GetFileName).FirstOrDefault(name => !RunLayout.Names.Contains(name!));
        if (strange is not null && !System.IO.File.Exists(System.IO.Path.Combine(path, RunFile.FileName)))
        {
            throw new RunDirectoryException($"{path}: holds \"{strange}\" and is no run directory; use an empty or a new one.");
        }
    }

    private static void RequireSame(string path, RunFile? known, RunConfiguration configuration)
    {
        if (known is not null && known.ConfigHash != configuration.Hash)
        {
            var differences = known.ToConfiguration().DifferencesTo(configuration, "in the run", "asked for");
            throw new RunDirectoryException(string.Join(Environment.NewLine,
                [$"{path}: the run was started with another configuration. Use another directory, or the run's own values:", .. differences.Select(d => $"  {d}")]));
        }
    }
}
