using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Local;

/// <summary>
/// The farm on one machine: every run is a directory below one root. Runs wait for their turn, one at a time by default; each works on many
/// problems at once.
/// </summary>
public sealed class LocalFarm : IFarm, IAsyncDisposable
{
    private const string UploadsFolder = ".uploads";
    private const int KeptEvents = 10_000;

    private readonly string _root;
    private readonly IModelFactory _models;
    private readonly RunServices _services;
    private readonly SemaphoreSlim _turn;
    private readonly SemaphoreSlim _submitting = new(1, 1);
    private readonly ConcurrentDictionary<string, HostedRun> _active = new(StringComparer.Ordinal);
    private long _uploads;
    private int _isDisposed;

    /// <param name="root">The folder of the runs; created when there is none.</param>
    /// <param name="models">Makes the models of each run.</param>
    /// <param name="services">Clock, judges and the like; <see cref="RunServices.Events"/> hears of every run.</param>
    /// <param name="runsAtOnce">How many runs go on at a time. Default 1.</param>
    public LocalFarm(string root, IModelFactory models, RunServices? services = null, int runsAtOnce = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentOutOfRangeException.ThrowIfLessThan(runsAtOnce, 1);
        _root = root;
        _models = models;
        _services = services ?? new RunServices();
        _turn = new SemaphoreSlim(runsAtOnce);
        var uploads = Path.Combine(root, UploadsFolder);
        Directory.CreateDirectory(uploads);
        foreach (var abandoned in Directory.EnumerateFiles(uploads).ToList())
        {
            File.Delete(abandoned);
        }
    }

    /// <summary>Goes on with every run that a stopped or killed process left unfinished; cancelled runs stay as they are.</summary>
    /// <returns>The names of the runs that go on.</returns>
    public async Task<IReadOnlyList<string>> RecoverAsync(CancellationToken cancellationToken = default)
    {
        var names = new List<string>();
        foreach (var info in await ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (info.Progress.State is RunState.Interrupted or RunState.Failed && !_active.ContainsKey(info.Name))
            {
                await StartAsync(info.Name, info.File.Spec, problemsPath: null, cancellationToken).ConfigureAwait(false);
                names.Add(info.Name);
            }
        }

        return names;
    }

    public async Task<RunInfo> SubmitAsync(RunSubmission submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var name = submission.Name is null ? null : RunName.Require(submission.Name);
        var upload = Path.Combine(_root, UploadsFolder, $"{Interlocked.Increment(ref _uploads)}.jsonl");
        try
        {
            var sha256 = await SaveAsync(submission.Problems, upload, cancellationToken).ConfigureAwait(false);
            await _submitting.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                name ??= RunName.Derive(await ConfigHashAsync(submission.Spec, cancellationToken).ConfigureAwait(false), sha256);
                return _active.TryGetValue(name, out var going) && !going.Ended.IsCompleted && going.ProblemsSha256 == sha256
                    ? going.Info
                    : await StartAsync(name, submission.Spec, upload, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _submitting.Release();
            }
        }
        catch (ProblemFileException e) when (e.Report is { } report)
        {
            throw new ProblemFileException(report with { File = submission.ProblemsName });
        }
        finally
        {
            File.Delete(upload);
        }
    }

    public async Task<IReadOnlyList<RunInfo>> ListAsync(CancellationToken cancellationToken = default)
    {
        var names = Directory.EnumerateDirectories(_root).Select(path => Path.GetFileName(path)!).Where(RunName.IsValid).Order(StringComparer.Ordinal);
        var runs = new List<RunInfo>();
        foreach (var name in names.ToList())
        {
            if (await StatusAsync(name, cancellationToken).ConfigureAwait(false) is { } info)
            {
                runs.Add(info);
            }
        }

        return runs;
    }

    public async Task<RunInfo?> StatusAsync(string name, CancellationToken cancellationToken = default)
    {
        if (_active.TryGetValue(name, out var run) && !run.Ended.IsCompleted)
        {
            return run.Info;
        }

        return await ReadAsync(name, reader => new RunInfo(name, reader.File, reader.Progress()), cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<NumberedEvent> EventsAsync(string name, long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_active.TryGetValue(name, out var run))
        {
            await foreach (var happened in run.Events.ReadAsync(after, cancellationToken).ConfigureAwait(false))
            {
                yield return happened;
            }
        }
    }

    public async Task<bool> CancelAsync(string name, CancellationToken cancellationToken = default)
    {
        if (!_active.TryGetValue(name, out var run) || run.Ended.IsCompleted)
        {
            return false;
        }

        await run.StopAsync(forGood: true).WaitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    public Task<FinishedProblem?> TreeAsync(string name, string problemId, CancellationToken cancellationToken = default) =>
        ReadAsync(name, reader => reader.Find(problemId), cancellationToken);

    public async IAsyncEnumerable<FinishedProblem> TreesAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (!Exists(name))
        {
            yield break;
        }

        using var reader = await Task.Run(() => RunReader.Open(PathOf(name), cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (var finished in reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return finished;
        }
    }

    public Task<CorpusLocation?> CorpusAsync(string name, CancellationToken cancellationToken = default) =>
        ReadAsync(name, reader => new CorpusLocation(reader.Directory, reader.File, reader.Contains), cancellationToken);

    /// <summary>Stops what is going, gently; it can be resumed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        foreach (var run in _active.Values)
        {
            await run.DisposeAsync().ConfigureAwait(false);
        }

        _turn.Dispose();
        _submitting.Dispose();
    }

    private static async Task<string> SaveAsync(Stream problems, string path, CancellationToken cancellationToken)
    {
        await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await problems.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        }

        await using var saved = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(saved, cancellationToken).ConfigureAwait(false));
    }

    private async Task<string> ConfigHashAsync(RunSpec spec, CancellationToken cancellationToken)
    {
        await using var models = await _models.CreateAsync(spec.Policy, spec.Reward, spec.Served, cancellationToken).ConfigureAwait(false);
        return RunConfiguration.Create(spec, models.Policy.Identity, models.Reward.Identity, _services.Verifiers).Hash;
    }

    private async Task<RunInfo> StartAsync(string name, RunSpec spec, string? problemsPath, CancellationToken cancellationToken)
    {
        if (_active.TryGetValue(name, out var earlier) && earlier.Ended.IsCompleted && _active.TryRemove(name, out _))
        {
            await earlier.DisposeAsync().ConfigureAwait(false);
        }

        var events = new EventLog(KeptEvents);
        var services = _services with
        {
            Events = happened =>
            {
                events.Add(happened);
                _services.Events?.Invoke(happened);
            },
        };
        var models = await _models.CreateAsync(spec.Policy, spec.Reward, spec.Served, cancellationToken).ConfigureAwait(false);
        try
        {
            var request = new RunRequest { Directory = PathOf(name), Spec = spec, ProblemsPath = problemsPath };
            var run = await FarmRun.OpenAsync(request, models, services, cancellationToken).ConfigureAwait(false);
            var hosted = new HostedRun(name, run, models, events, _turn);
            _active[name] = hosted;
            return hosted.Info;
        }
        catch
        {
            await models.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private string PathOf(string name) => Path.Combine(_root, RunName.Require(name));

    private bool Exists(string name) => RunName.IsValid(name) && File.Exists(Path.Combine(_root, name, RunFile.FileName));

    private async Task<T?> ReadAsync<T>(string name, Func<RunReader, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        if (!Exists(name))
        {
            return null;
        }

        return await Task.Run(
            () =>
            {
                using var reader = RunReader.Open(PathOf(name), cancellationToken);
                return read(reader);
            },
            cancellationToken).ConfigureAwait(false);
    }
}
