using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Statistics;

/// <summary>Counts the rows of a snapshot.</summary>
internal static class SnapshotStatistics
{
    private static readonly string[] _fields = ["kind", "source", "topic", "level"];

    public static CorpusStatistics Of(string directory, SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        var bytes = manifest.Files.ToDictionary(f => f.Path, f => f.Bytes, StringComparer.Ordinal);
        var yields = new YieldCounter();
        var distributions = new List<KeyValuePair<string, Distribution>>();
        foreach (var config in new[] { ConfigNames.Sft, ConfigNames.Shortcut })
        {
            var (steps, backtracks, tokens, length) = (new DistributionCounter(), new DistributionCounter(), new DistributionCounter(), new DistributionCounter());
            foreach (var row in Rows(config, SelectionColumns.SchemaOf(manifest, config, ThoughtSchema.Map.Schema), [.. _fields, "n_steps", "n_backtracks", "n_tokens", "segments"]))
            {
                steps.Add(row.Get<int>("n_steps"));
                backtracks.Add(row.Get<int>("n_backtracks"));
                tokens.Add(row.Get<int>("n_tokens"));
                length.Add(row.Get<IReadOnlyList<ParquetRow>>("segments").Sum(s => (long)s.Get<int>("length")));
                Count(row, isAccepted: true, isCounted: config == ConfigNames.Sft);
            }

            distributions.Add(new($"{config}: steps", steps.ToDistribution()));
            distributions.Add(new($"{config}: backtracks", backtracks.ToDistribution()));
            distributions.Add(new($"{config}: tokens", tokens.ToDistribution()));
            distributions.Add(new($"{config}: characters", length.ToDistribution()));
        }

        foreach (var row in Rows(ConfigNames.Rejections, RejectionSchema.Map.Schema, [.. _fields, "stage", "reason"]))
        {
            // What was not selected had a confirmed answer; where another row took its place, that one is counted.
            var wasPublished = row.Get<string>("stage") == RejectionStage.Selection;
            Count(row, isAccepted: wasPublished, isCounted: !wasPublished || row.Get<string>("reason") != SelectionReason.Noise);
        }

        return new CorpusStatistics
        {
            Configs = [.. manifest.Configs.SelectMany(c => c.Splits.Select(s => new ConfigRows(c.Name, s.Name, s.Rows, s.Shards.Count, s.Shards.Sum(p => bytes[p]))))],
            Funnel = Funnel(manifest),
            Rejections = [.. manifest.Rejections.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => new YieldStage(r.Key, r.Value))],
            Yields = yields.ToRows(),
            Distributions = distributions,
        };

        IEnumerable<ParquetRow> Rows(string config, ParquetSchema schema, IReadOnlyList<string> columns)
        {
            foreach (var shard in manifest.Configs.Where(c => c.Name == config).SelectMany(c => c.Splits).SelectMany(s => s.Shards))
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var row in ParquetRows.Read(FilePaths.Resolve(directory, shard), shard, schema, columns))
                {
                    yield return row;
                }
            }
        }

        void Count(ParquetRow row, bool isAccepted, bool isCounted)
        {
            foreach (var field in isCounted ? _fields : [])
            {
                yields.Add(field, row.Get<string?>(field), isAccepted);
            }
        }
    }

    private static IReadOnlyList<YieldStage> Funnel(SnapshotManifest manifest)
    {
        var outcomes = manifest.Outcomes;
        var published = manifest.Configs.Where(c => c.Name == ConfigNames.Sft).SelectMany(c => c.Splits);
        return
        [
            new("finished", outcomes.Accepted + outcomes.Exhausted + outcomes.Failed + outcomes.Cancelled + outcomes.Absent),
            new("in the problem set", outcomes.Accepted + outcomes.Exhausted + outcomes.Failed + outcomes.Cancelled),
            new("accepted", outcomes.Accepted),
            new("published", published.Sum(s => s.Rows)),
            .. published.Where(s => s.Name != SplitNames.Train).Select(s => new YieldStage($"held out ({s.Name})", s.Rows)),
        ];
    }
}
