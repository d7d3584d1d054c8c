using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Trees;

namespace SynthFarm.Corpus.Checking;

/// <summary>
/// Derives the rows of the preference, label and reward configs anew from the trees beside them and compares them column by column. Reads
/// the trees once for all configs; a row need not have all its neighbours, but must be one that its tree gives.
/// </summary>
internal static class DerivedCheck
{
    private const long BatchLength = 4 << 20;

    public static void Run(CheckLog log, SnapshotManifest manifest)
    {
        var configs = manifest.Configs.Select(c => (Config: c, Definition: ConfigDefinitions.Find(c.Name))).Where(c => c.Definition?.Derivation is not null).ToList();
        if (manifest.Configs.FirstOrDefault(c => c.Name == ConfigNames.Trees)?.Splits is not { } treeSplits || configs.Count == 0)
        {
            return;
        }

        log.Guard(SnapshotManifest.FileName, () =>
        {
            if (Derivations(log, manifest) is not { } derivations)
            {
                return;
            }

            foreach (var split in SplitNames.All)
            {
                var trees = treeSplits.FirstOrDefault(s => s.Name == split)?.Shards ?? [];
                var cursors = configs
                    .Select(c => (c.Definition, Split: c.Config.Splits.FirstOrDefault(s => s.Name == split)))
                    .Where(c => c.Split is not null && !c.Split.Shards.Concat(trees).Any(log.IsDamaged))
                    .Select(c => new DerivedRowCursor(log, c.Definition!, c.Split!, manifest)).ToList();
                Check(log, manifest, derivations, trees, cursors);
            }
        });
    }

    private static void Check(CheckLog log, SnapshotManifest manifest, Derivations derivations, IReadOnlyList<string> trees, List<DerivedRowCursor> cursors)
    {
        try
        {
            foreach (var batch in cursors.Count == 0 ? [] : Batches(Problems(log, manifest, derivations, trees)))
            {
                cursors.ForEach(cursor => cursor.Check(batch));
            }

            cursors.ForEach(cursor => cursor.Check([]));
        }
        finally
        {
            cursors.ForEach(cursor => cursor.Dispose());
        }
    }

    private static Derivations? Derivations(CheckLog log, SnapshotManifest manifest)
    {
        var made = manifest.Derivation;
        var (pairs, labels) = (made.Preferences, made.Labels);
        if (pairs is null || labels is null || made.Dialect != ThoughtDialect.Think.Name
            || pairs.Version != PreferencePairDeriver.Version || labels.Version != StepLabeller.Version)
        {
            log.Note(
                SnapshotManifest.FileName,
                $"the rows were derived by {pairs?.Version ?? "nothing"}, {labels?.Version ?? "nothing"} and the dialect {made.Dialect}; this version has "
                + $"{PreferencePairDeriver.Version}, {StepLabeller.Version} and {ThoughtDialect.Think.Name}, and does not compare rows with their trees");
            return null;
        }

        return new Derivations(made.Options, pairs.Options, labels.Options, ThoughtDialect.Think, log.Options.Judges, made.Seed);
    }

    private static IEnumerable<DerivedProblem> Problems(CheckLog log, SnapshotManifest manifest, Derivations derivations, IReadOnlyList<string> trees)
    {
        var runs = manifest.Runs.DistinctBy(run => run.ConfigHash).ToDictionary(run => run.ConfigHash, StringComparer.Ordinal);
        string? last = null;
        foreach (var shard in trees)
        {
            var rows = ParquetRows.Read(FilePaths.Resolve(log.Directory, shard), shard, TreeSchema.Schema);
            foreach (var (finished, configHash) in TreeAssembler.AssembleWithConfig(rows, shard))
            {
                if (runs.TryGetValue(configHash, out var lineage))
                {
                    yield return new DerivedProblem(finished, lineage, derivations, finished.Problem.Id != last, (_, _) => { });
                }
                else
                {
                    log.Damage(shard, $"tree {finished.Tree!.Id} was grown with the configuration {configHash}, which no run of the manifest has");
                }

                last = finished.Problem.Id;
            }
        }
    }

    /// <summary>Some MiB of trees at a time; the trees of one problem are never parted.</summary>
    private static IEnumerable<IReadOnlyList<DerivedProblem>> Batches(IEnumerable<DerivedProblem> problems)
    {
        var batch = new List<DerivedProblem>();
        var length = 0L;
        foreach (var problem in problems)
        {
            if (length >= BatchLength && problem.Finished.Problem.Id != batch[^1].Finished.Problem.Id)
            {
                yield return batch;
                batch = [];
                length = 0;
            }

            batch.Add(problem);
            length += problem.Finished.Tree!.Steps.Sum(step => step.Text.Length + (step.TokenIds.Count * 4L) + 300);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}
