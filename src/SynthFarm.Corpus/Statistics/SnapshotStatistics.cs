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
            foreach (var row in Rows(config, ThoughtSchema.Map.Schema, [.. _fields, "n_steps", "n_backtracks", "n_tokens", "segments"]))
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

        var labels = new LabelCounter();
        var labelled = new DistributionCounter();
        foreach (var row in Rows(ConfigNames.Prm, StepLabelSchema.Map.Schema, ["labels"]))
        {
            var steps = row.Get<IReadOnlyList<bool>>("labels");
            labelled.Add(steps.Count);
            labels.Add(ConfigNames.Prm, "right steps", steps.Count(isRight => isRight));
            labels.Add(ConfigNames.Prm, "wrong steps", steps.Count(isRight => !isRight));
        }

        foreach (var row in Rows(ConfigNames.Kto, AnsweredSchema.Conversations.Schema, ["label"]))
        {
            labels.Add(ConfigNames.Kto, row.Get<bool>("label") ? "correct" : "wrong", 1);
        }

        foreach (var row in Rows(ConfigNames.ProcessBench, FirstErrorSchema.Map.Schema, ["label"]))
        {
            labels.Add(ConfigNames.ProcessBench, row.Get<long>("label") < 0 ? "no wrong step" : "a wrong step", 1);
        }

        distributions.Add(new("prm: steps", labelled.ToDistribution()));
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
            Labels = labels.ToCounts(),
            Omissions = [.. manifest.Configs.SelectMany(c => (c.Omitted ?? new Dictionary<string, long>()).Select(o => new ConfigCount(c.Name, o.Key, o.Value)))],
            Yields = yields.ToRows(),
            Distributions = distributions,
        };

        IEnumerable<ParquetRow> Rows(string config, ParquetSchema published, IReadOnlyList<string> columns)
        {
            var schema = SelectionColumns.SchemaOf(manifest, config, published);
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
