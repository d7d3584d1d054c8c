using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Checking;

/// <summary>Walks the rows of the thought configs beside the trees they came from; both are in the order of the problem ids.</summary>
internal static class ThoughtCheck
{
    private static readonly string[] _columns = ["messages", "id", "problem_id", "tree_id", "leaf_id", "split", "verdict", "answer", "segments", "schema_version"];

    public static void Run(CheckLog log, SnapshotManifest manifest)
    {
        if (manifest.Configs.FirstOrDefault(c => c.Name == ConfigNames.Trees)?.Splits is not { } treeSplits)
        {
            return;
        }

        foreach (var config in manifest.Configs.Where(c => c.Name is ConfigNames.Sft or ConfigNames.Shortcut))
        {
            var schema = SelectionColumns.SchemaOf(manifest, config.Name, ThoughtSchema.Map.Schema);
            IReadOnlyList<string> columns = manifest.Selection is null ? _columns : [.. _columns, SelectionColumns.Noise];
            foreach (var split in config.Splits)
            {
                var trees = treeSplits.FirstOrDefault(s => s.Name == split.Name)?.Shards ?? [];

                // Rows can be judged only beside their trees; damage to those is a finding already.
                if (!trees.Concat(split.Shards).Any(log.IsDamaged))
                {
                    Check(log, split, trees, schema, columns);
                }
            }
        }
    }

    private static void Check(
        CheckLog log, SnapshotSplit split, IReadOnlyList<string> treeShards, ParquetSchema schema, IReadOnlyList<string> columns)
    {
        using var trees = new TreeCursor(treeShards.SelectMany(shard => TreeAssembler.Assemble(
            ParquetRows.Read(FilePaths.Resolve(log.Directory, shard), shard, TreeSchema.Schema), shard)));
        foreach (var shard in split.Shards)
        {
            log.Guard(shard, () =>
            {
                var number = 0;
                foreach (var row in ParquetRows.Read(FilePaths.Resolve(log.Directory, shard), shard, schema, columns))
                {
                    var finished = trees.Find(row.Get<string>("problem_id"), row.Get<string>("tree_id"));
                    var check = new ThoughtRowCheck(row, finished, split.Name, log.Options.Judges);
                    foreach (var fault in check.Faults())
                    {
                        log.Damage(shard, fault, $"row {number}, id {row.Get<string>("id")}");
                    }

                    log.AnswersConfirmed += check.IsAnswerConfirmed ? 1 : 0;
                    number++;
                }
            });
        }
    }
}
