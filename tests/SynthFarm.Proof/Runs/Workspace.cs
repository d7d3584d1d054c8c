using System.Globalization;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Progress;
using SynthFarm.Proof.Processes;

namespace SynthFarm.Proof.Runs;

/// <summary>A temporary folder with problems, runs and snapshots, and the commands that make them.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly ProofOptions _options;
    private readonly DirectoryInfo _folder;

    public Workspace(ProofOptions options)
    {
        _options = options;
        Program = new SynthFarmProgram(options.Command);
        _folder = Directory.CreateDirectory(Path.Combine(options.Folder, "synthfarm-proof-" + Path.GetRandomFileName()));
    }

    public SynthFarmProgram Program { get; }

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string Problems => this["problems.jsonl"];

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Draws problems of both families, half and half, into <see cref="Problems"/>.</summary>
    public async Task GenerateAsync(int count)
    {
        await using var file = File.Create(Problems);
        foreach (var (family, share) in new[] { ("countdown", count - (count / 2)), ("arithmetic", count / 2) })
        {
            if (share > 0)
            {
                await MustAsync("problems", "generate", "--family", family, "--count", Text(share), "--seed", Text(_options.Seed), "--out", this[family]).ConfigureAwait(false);
                await file.WriteAsync(await File.ReadAllBytesAsync(this[family]).ConfigureAwait(false)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The command line that starts a run, or goes on with it.</summary>
    public IReadOnlyList<string> RunArguments(string run, int? concurrency = null) =>
    [
        "run", "--problems", Problems, "--out", Place(run), "--policy", _options.Policy, "--reward", _options.Reward, "--seed", Text(_options.Seed),
        "--concurrency", Text(concurrency ?? _options.Concurrency), .. _options.Set.SelectMany(pair => new[] { "--set", pair }), "--output", "json",
    ];

    /// <summary>The command line that starts a run with other models than the options'.</summary>
    public IReadOnlyList<string> RunArguments(string run, string policy, string reward, params string[] more)
    {
        string[] line = [.. RunArguments(run), .. more];
        line[Array.IndexOf(line, "--policy") + 1] = policy;
        line[Array.IndexOf(line, "--reward") + 1] = reward;
        return line;
    }

    /// <summary>The command line that goes on with a run that was accepted.</summary>
    public IReadOnlyList<string> ResumeArguments(string run) =>
        ["resume", Place(run), "--concurrency", Text(_options.Concurrency), "--output", "json"];

    /// <summary>Whether a run has accepted its problems, so that its directory alone is enough to go on.</summary>
    public bool IsAccepted(string run) => File.Exists(Path.Combine(Place(run), "run.json"));

    /// <summary>Runs to the end and publishes; nothing disturbs it.</summary>
    public async Task<RunFigures> UndisturbedAsync(string run, int? concurrency = null)
    {
        await MustAsync([.. RunArguments(run, concurrency)]).ConfigureAwait(false);
        using var corpus = CorpusReader.Open(Place(run));
        var largest = corpus.Read()
            .Max(finished => finished.Tree!.Steps.GroupBy(step => step.Depth).Max(depth => depth.Sum(step => (long)step.TokenIds.Count * step.Draws)));
        return new RunFigures(await PublishAsync(run).ConfigureAwait(false), Report(run), largest);
    }

    public RunReport Report(string run) => RunReportFiles.TryLoad(Place(run)) ?? throw new ProofException($"{run} has no report.");

    /// <summary>The command line that publishes a run to <c>RUN.snapshot</c>.</summary>
    public IReadOnlyList<string> PublishArguments(string run) => ["corpus", "publish", Place(run), "--out", this[$"{Path.GetFileName(run)}.snapshot"]];

    /// <summary>Publishes a run and checks the snapshot.</summary>
    public async Task<SnapshotFiles> PublishAsync(string run)
    {
        var arguments = PublishArguments(run);
        await MustAsync([.. arguments]).ConfigureAwait(false);
        await MustAsync("corpus", "check", arguments[^1]).ConfigureAwait(false);
        return SnapshotFiles.Read(arguments[^1]);
    }

    /// <summary>Runs a command that has to succeed.</summary>
    /// <exception cref="ProofException">It did not.</exception>
    public async Task<CommandEnd> MustAsync(params string[] args)
    {
        var end = await Program.RunAsync(args).ConfigureAwait(false);
        return end.ExitCode == 0 ? end : throw new ProofException($"synthfarm {string.Join(' ', args)}: {end}");
    }

    /// <summary>Removes a run and its snapshot.</summary>
    public void Remove(string run)
    {
        foreach (var directory in new[] { Place(run), PublishArguments(run)[^1] }.Where(Directory.Exists))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>A run's directory: a name in the working folder, or a path as it is.</summary>
    public string Place(string run) => Path.IsPathRooted(run) ? run : this[run];

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
