using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Checking;

/// <summary>Checks a snapshot.</summary>
internal static class SnapshotCheck
{
    public static void Run(CheckLog log)
    {
        var manifest = SnapshotManifest.Load(log.Directory);
        FileChecks.Check(log, manifest.Files, SnapshotManifest.FileName);
        foreach (var path in FileChecks.Unlisted(log.Directory, manifest.Files.Select(f => f.Path).Append(SnapshotManifest.FileName)))
        {
            log.Damage(path, "is not listed in the manifest");
        }

        if (log.Options.FilesOnly)
        {
            return;
        }

        CheckConfigs(log, manifest);
        foreach (var config in manifest.Configs)
        {
            CheckIds(log, manifest, config);
        }

        ThoughtCheck.Run(log, manifest);
        DerivedCheck.Run(log, manifest);
    }

    private static void CheckConfigs(CheckLog log, SnapshotManifest manifest)
    {
        var files = Files(manifest);
        foreach (var (config, split) in manifest.Configs.SelectMany(c => c.Splits.Select(s => (c, s))))
        {
            if (SchemaOf(manifest, config.Name) is not { } schema)
            {
                log.Damage(SnapshotManifest.FileName, $"has a config \"{config.Name}\", which this version does not know");
                continue;
            }

            if (config.SchemaHash != SchemaHash.Of(schema))
            {
                log.Damage(SnapshotManifest.FileName, $"the schema hash of {config.Name} is not that of version {config.SchemaVersion}");
            }

            var rows = 0L;
            foreach (var shard in split.Shards)
            {
                rows += CheckShard(log, files, shard, schema);
            }

            if (rows != split.Rows && !split.Shards.Any(log.IsDamaged))
            {
                log.Damage(SnapshotManifest.FileName, $"says that {config.Name}/{split.Name} has {split.Rows} rows; its shards have {rows}");
            }
        }

        CheckTotals(log, manifest);
    }

    private static long CheckShard(CheckLog log, Dictionary<string, FileEntry> files, string shard, ParquetSchema schema)
    {
        var rows = 0L;
        if (!files.TryGetValue(shard, out var entry))
        {
            log.Damage(SnapshotManifest.FileName, $"names the shard {shard} but does not list it");
        }
        else if (!log.IsDamaged(shard))
        {
            log.Guard(shard, () =>
            {
                rows = ParquetRows.Read(FilePaths.Resolve(log.Directory, shard), shard, schema).LongCount();
                log.Rows += rows;
                if (rows != entry.Rows)
                {
                    log.Damage(shard, $"has {rows} rows where the manifest says {entry.Rows}");
                }
            });
        }

        return rows;
    }

    /// <summary>Each problem is either in the thought configs or rejected, and configs that are two forms of the same rows are as long.</summary>
    private static void CheckTotals(CheckLog log, SnapshotManifest manifest)
    {
        if (manifest.LeftOut.Count > 0)
        {
            log.Note(SnapshotManifest.FileName, $"{string.Join(", ", manifest.LeftOut)} were left out when it was pulled; what depends on them is not checked");
            return;
        }

        var problems = manifest.Outcomes.Ended;
        foreach (var (one, other, why) in new[]
        {
            (ConfigNames.Sft, ConfigNames.Shortcut, "there is one of each per accepted problem"),
            (ConfigNames.Dpo, ConfigNames.DpoPairs, "they are the same pairs"),
            (ConfigNames.Kto, ConfigNames.KtoMessages, "they are the same responses"),
        })
        {
            if (Rows(one) is { } ones && Rows(other) is { } others && ones != others)
            {
                log.Damage(SnapshotManifest.FileName, $"says {ones} rows of {one} and {others} of {other}; {why}");
            }
        }

        // A row whose place a wrong answer took on purpose is rejected, and its place is still a row.
        var replaced = manifest.Rejections.GetValueOrDefault($"{RejectionStage.Selection}/{SelectionReason.Noise}");
        if (Rows(ConfigNames.Sft) is { } sft && Rows(ConfigNames.Rejections) is { } rejections && sft + rejections - replaced != problems)
        {
            log.Damage(SnapshotManifest.FileName, $"says {problems} problems, but {sft} rows of sft and {rejections} of rejections, {replaced} of them replaced");
        }

        long? Rows(string config) => manifest.Configs.FirstOrDefault(c => c.Name == config)?.Splits.Sum(s => s.Rows);
    }

    private static void CheckIds(CheckLog log, SnapshotManifest manifest, SnapshotConfig config)
    {
        var shards = config.Splits.SelectMany(s => s.Shards).Where(s => Files(manifest).ContainsKey(s) && !log.IsDamaged(s)).ToList();
        if (SchemaOf(manifest, config.Name) is not { } schema || shards.Count == 0)
        {
            return;
        }

        log.Guard(shards[0], () =>
        {
            foreach (var at in DuplicateIds.Find(() => Ids(log, shards, schema), config.Splits.Sum(s => s.Rows), log.Options.MaxIdsInMemory))
            {
                log.Damage(at.File, $"the id {at.Id} occurs before", $"row {at.Row}");
            }
        });
    }

    private static IEnumerable<IdAt> Ids(CheckLog log, IReadOnlyList<string> shards, ParquetSchema schema)
        => shards.SelectMany(shard => ParquetRows
            .Read(FilePaths.Resolve(log.Directory, shard), shard, schema, "id")
            .Select((row, i) => new IdAt(row.Get<string>("id"), shard, i)));

    private static Dictionary<string, FileEntry> Files(SnapshotManifest manifest)
        => manifest.Files.Where(f => FilePaths.IsPlain(f.Path)).DistinctBy(f => f.Path).ToDictionary(f => f.Path, StringComparer.Ordinal);

    private static ParquetSchema? SchemaOf(SnapshotManifest manifest, string config)
        => ConfigDefinitions.Find(config)?.Schema is { } schema ? SelectionColumns.SchemaOf(manifest, config, schema) : null;
}
