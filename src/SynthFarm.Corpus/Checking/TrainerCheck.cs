using SynthFarm.Corpus.Trainers;
using SynthFarm.Corpus.Trainers.Rules;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Checking;

/// <summary>Holds a folder of configs to the rules of trainers: names, schemas, descriptions, and every row.</summary>
internal static class TrainerCheck
{
    public static void Run(CheckLog log, IReadOnlyList<Trainer> trainers)
    {
        foreach (var config in trainers.SelectMany(t => t.Inputs).Select(i => i.Config).Distinct().Where(config => IsThere(log, config)))
        {
            foreach (var (file, what) in TrainerFiles.Faults(log.Directory, config))
            {
                log.Damage(file, what);
            }
        }

        foreach (var trainer in trainers)
        {
            var inputs = trainer.Inputs.Where(input => IsThere(log, input.Config)).ToList();
            foreach (var input in inputs)
            {
                Check(log, trainer, input);
            }

            if (inputs.Count == 0)
            {
                log.Note(".", $"{trainer.Name} reads none of what is here; it reads {string.Join(", ", trainer.Inputs.Select(i => i.Config).Distinct())}");
            }

            if (trainer.ReadsDatasetInfo)
            {
                log.Guard(DatasetInfoRules.FileName, () =>
                {
                    foreach (var (entry, what) in DatasetInfoRules.Faults(log.Directory, inputs))
                    {
                        log.Damage(DatasetInfoRules.FileName, what, entry);
                    }
                });
            }
        }
    }

    private static bool IsThere(CheckLog log, string config) => Directory.Exists(Path.Combine(log.Directory, config));

    private static void Check(CheckLog log, Trainer trainer, TrainerInput input)
    {
        ParquetSchema? first = null;
        foreach (var shard in TrainerFiles.Shards(log.Directory, input.Config))
        {
            log.Guard(shard, () =>
            {
                using var reader = ParquetReader.Open(Path.Combine(log.Directory, shard));
                first ??= reader.Schema;
                if (!reader.Schema.Equals(first))
                {
                    log.Damage(shard, $"has other columns than the first shard of {input.Config}; a data set with such shards does not load");
                    return;
                }

                var faults = ShapeRules.Faults(reader.Schema, input).ToList();
                foreach (var fault in faults)
                {
                    log.Damage(shard, $"{trainer.Name}: {fault}");
                }

                if (faults.Count == 0)
                {
                    CheckRows(log, trainer, input, shard, reader);
                }
            });
        }
    }

    private static void CheckRows(CheckLog log, Trainer trainer, TrainerInput input, string shard, ParquetReader reader)
    {
        var hasId = reader.Schema.Fields.Any(f => f is PrimitiveColumn { Name: "id", Type: PrimitiveType.String });
        string[] columns = [.. input.Columns.Select(c => c.Name), .. hasId ? ["id"] : Array.Empty<string>()];
        var number = 0L;
        foreach (var row in reader.Rows(columns))
        {
            foreach (var fault in input.RowFaults(row))
            {
                log.Damage(shard, $"{trainer.Name}: {fault}", hasId ? $"row {number}, id {row.Get<string?>("id")}" : $"row {number}");
            }

            number++;
        }

        log.TrainerRows += number;
    }
}
