using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Corpus.Schemas;

/// <summary>The columns of <c>rejections</c>. Published; see <see cref="ThoughtSchema"/>.</summary>
public static class RejectionSchema
{
    public const int Version = 1;

    public static RowMap<RejectionRow> Map { get; } = new RowMap<RejectionRow>()
        .String("id", r => r.Id)
        .String("problem_id", r => r.ProblemId)
        .String("tree_id", r => r.TreeId, optional: true)
        .String("problem", r => r.Problem)
        .String("gold_answer", r => r.GoldAnswer)
        .String("source", r => r.Source, optional: true)
        .String("topic", r => r.Topic, optional: true)
        .String("level", r => r.Level, optional: true)
        .String("license", r => r.License, optional: true)
        .String("kind", r => r.Kind, optional: true)
        .String("split", r => r.Split)
        .String("stage", r => r.Stage)
        .String("reason", r => r.Reason)
        .String("detail", r => r.Detail, optional: true)
        .String("search_end", r => r.SearchEnd, optional: true)
        .Int32("n_steps", r => r.StepCount)
        .Int32("n_answers", r => r.AnswerCount)
        .Int32("n_wrong_answers", r => r.WrongAnswerCount)
        .Int32("n_unknown_answers", r => r.UnknownAnswerCount)
        .Int32("n_pruned", r => r.PrunedCount)
        .Int64("n_tokens", r => r.TokenCount)
        .String("policy_model", r => r.PolicyModel)
        .String("prm_model", r => r.RewardModel)
        .String("search", r => r.Search)
        .Int32("round", r => r.Round)
        .String("verifier", r => r.Verifier)
        .String("config_hash", r => r.ConfigHash)
        .Int32("schema_version", _ => Version);

    /// <summary>Raw size of a row, for the length of shards.</summary>
    internal static long SizeOf(RejectionRow row) => 400 + row.Problem.Length + (row.Detail?.Length ?? 0);
}
