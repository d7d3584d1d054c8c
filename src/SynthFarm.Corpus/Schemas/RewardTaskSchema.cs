using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Corpus.Schemas;

/// <summary>The columns of <c>rl</c>: those verl reads first. Published; see <see cref="ThoughtSchema"/>.</summary>
public static class RewardTaskSchema
{
    public const int Version = 1;

    public static RowMap<RewardTaskRow> Map { get; } = new RowMap<RewardTaskRow>()
        .String("data_source", r => r.DataSource)
        .Turns("prompt", r => r.Prompt)
        .String("ability", _ => "math")
        .Struct<RewardTaskRow>("reward_model", r => r, m => m.String("style", _ => "rule").String("ground_truth", x => x.GroundTruth))
        .Struct<RewardTaskRow>("extra_info", r => r, m => m.String("split", x => x.Origin.Split).Int64("index", x => x.Index))
        .Origin(r => r.Id, r => r.Origin, optionalTree: true)
        .String("gold_answer", r => r.GoldAnswer)
        .String("outcome", r => r.Outcome)
        .Int32("n_ended", r => r.EndedCount)
        .Int32("n_correct", r => r.CorrectCount)
        .Float("pass_rate", r => r.EndedCount == 0 ? null : (float)r.CorrectCount / r.EndedCount)
        .String("derivation", _ => RewardTaskRows.Version)
        .Int32("schema_version", _ => Version);

    /// <summary>Raw size of a row, for the length of shards.</summary>
    internal static long SizeOf(RewardTaskRow row) => 400 + row.Prompt[0].Content.Length + row.GroundTruth.Length + row.GoldAnswer.Length;
}
