using SynthFarm.Core.LongThoughts;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Corpus.Trees;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Writes a snapshot into a folder of its own, problem by problem in the order of their ids.</summary>
internal sealed class SnapshotWriter : IDisposable
{
    private readonly string _directory;
    private readonly PublishOptions _options;
    private readonly RowDerivation _derivation;
    private readonly ConfigWriter<ThoughtRow> _sft;
    private readonly ConfigWriter<ThoughtRow> _shortcut;
    private readonly ConfigWriter<TreeStep> _trees;
    private readonly ConfigWriter<RejectionRow> _rejections;
    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _verifiers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _licenses = new(StringComparer.Ordinal);
    private SnapshotOutcomes _outcomes = new();
    private long _problems;

    public SnapshotWriter(string directory, PublishOptions options)
    {
        _directory = directory;
        _options = options;
        _derivation = new RowDerivation(options.LongThoughts, options.Dialect, options.Judges, options.DerivationSeed);
        _sft = new(directory, ConfigNames.Sft, ThoughtSchema.Version, ThoughtSchema.Map, ThoughtSchema.SizeOf, options);
        _shortcut = new(directory, ConfigNames.Shortcut, ThoughtSchema.Version, ThoughtSchema.Map, ThoughtSchema.SizeOf, options);
        _trees = new(directory, ConfigNames.Trees, TreeSchema.Version, TreeSchema.Map, TreeSchema.SizeOf, options);
        _rejections = new(directory, ConfigNames.Rejections, RejectionSchema.Version, RejectionSchema.Map, RejectionSchema.SizeOf, options);
    }

    private IReadOnlyList<IConfigWriter> Configs => [_sft, _shortcut, _trees, _rejections];

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
        WriteRows(_derivation.Derive(finished, lineage));
        var split = SplitNames.Of(finished.Problem.Split);
        foreach (var step in finished.Tree?.Steps ?? [])
        {
            _trees.Write(split, new TreeStep(finished, lineage, step));
        }

        foreach (var config in Configs)
        {
            config.EndProblem();
        }
    }

    /// <summary>Ends every shard and writes card, trainer description and manifest; the folder is on the disk when this returns.</summary>
    public SnapshotManifest Complete(IReadOnlyList<CorpusLineage> runs)
    {
        var completed = Configs.Select(c => c.Complete()).ToList();
        var manifest = new SnapshotManifest
        {
            Format = SnapshotManifest.ExpectedFormat,
            Name = _options.Name,
            PublishedAt = _options.Clock.GetUtcNow(),
            Runs = runs,
            Derivation = new SnapshotDerivation
            {
                Version = LongThoughtDeriver.Version,
                Dialect = _options.Dialect.Name,
                Seed = _options.DerivationSeed,
                Options = _options.LongThoughts,
            },
            Outcomes = _outcomes,
            Rejections = _reasons,
            Verifiers = [.. _verifiers],
            Configs = [.. completed.Select(c => c.Config)],
            Files = [.. completed.SelectMany(c => c.Files)],
        };
        manifest = SnapshotTail.Write(_directory, manifest, _licenses);
        _options.Progress?.Report(_problems);
        return manifest;
    }

    public void Dispose()
    {
        foreach (var config in Configs)
        {
            config.Dispose();
        }
    }

    private void WriteRows(DerivedRows rows)
    {
        if (rows.LongThought is { } longThought)
        {
            _sft.Write(longThought.Split, longThought);
            _verifiers.Add(longThought.Verifier);
            _licenses.Add(longThought.License ?? "");
        }

        if (rows.Shortcut is { } shortcut)
        {
            _shortcut.Write(shortcut.Split, shortcut);
        }

        if (rows.Rejection is { } rejection)
        {
            var reason = $"{rejection.Stage}/{rejection.Reason}";
            _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
            _rejections.Write(rejection.Split, rejection);
        }
    }
}
