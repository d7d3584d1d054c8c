using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Writes a snapshot into a folder of its own, problem by problem in the order of their ids.</summary>
internal sealed class SnapshotWriter : IDisposable
{
    private readonly string _directory;
    private readonly PublishOptions _options;
    private readonly Derivations _derivations;
    private readonly IReadOnlyList<IConfigWriter> _configs;
    private readonly OmissionCounts _omitted = new();
    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _verifiers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _licenses = new(StringComparer.Ordinal);
    private SnapshotOutcomes _outcomes = new();
    private string? _lastProblem;
    private long _problems;

    public SnapshotWriter(string directory, PublishOptions options)
    {
        _directory = directory;
        _options = options;
        _derivations = Derivations.Of(options);
        _configs = [.. ConfigDefinitions.All.Where(c => options.Configs.Contains(c.Name)).Select(c => c.Open(directory, options))];
    }

    public void Write(FinishedProblem finished, CorpusLineage lineage)
    {
        if (++_problems % 100 == 0)
        {
            _options.Progress?.Report(_problems);
        }

        if (_options.Includes?.Invoke(finished.Problem) == false)
        {
            _outcomes = _outcomes with { Absent = _outcomes.Absent + 1 };
            return;
        }

        _outcomes = _outcomes.Add(finished.Outcome);
        var problem = new DerivedProblem(finished, lineage, _derivations, finished.Problem.Id != _lastProblem, _omitted.Add);
        _lastProblem = finished.Problem.Id;
        Count(problem.Thoughts);
        foreach (var config in _configs)
        {
            config.Write(problem);
            config.EndProblem();
        }
    }

    /// <summary>Ends every shard and writes card, trainer description and manifest; the folder is on the disk when this returns.</summary>
    public SnapshotManifest Complete(IReadOnlyList<CorpusLineage> runs)
    {
        var completed = _configs.Select(c => c.Complete()).ToList();
        var manifest = new SnapshotManifest
        {
            Format = SnapshotManifest.ExpectedFormat,
            Name = _options.Name,
            PublishedAt = _options.Clock.GetUtcNow(),
            Producer = ProductVersion.Name,
            Runs = runs,
            Derivation = new SnapshotDerivation
            {
                Version = LongThoughtDeriver.Version,
                Dialect = _options.Dialect.Name,
                Seed = _options.DerivationSeed,
                Options = _options.LongThoughts,
                Preferences = new() { Version = PreferencePairDeriver.Version, Options = _options.Preferences },
                Labels = new() { Version = StepLabeller.Version, Options = _options.Labels },
            },
            Outcomes = _outcomes with { Open = _options.Problems - _outcomes.Ended },
            Rejections = _reasons,
            Verifiers = [.. _verifiers],
            Configs = [.. completed.Select(c => c.Config with { Omitted = _omitted.Of(c.Config.Name) })],
            Files = [.. completed.SelectMany(c => c.Files)],
        };
        manifest = SnapshotTail.Write(_directory, manifest, _licenses);
        _options.Progress?.Report(_problems);
        return manifest;
    }

    public void Dispose()
    {
        foreach (var config in _configs)
        {
            config.Dispose();
        }
    }

    private void Count(DerivedRows rows)
    {
        if (rows.LongThought is { } longThought)
        {
            _verifiers.Add(longThought.Verifier);
            _licenses.Add(longThought.License ?? "");
        }

        if (rows.Rejection is { } rejection)
        {
            var reason = $"{rejection.Stage}/{rejection.Reason}";
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        }
    }
}
