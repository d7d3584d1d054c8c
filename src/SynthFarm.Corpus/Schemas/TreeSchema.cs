using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Schemas;

/// <summary>
/// The columns of stored trees and of the config <c>trees</c>: one row per step, the steps of a tree together and in order. The root's row
/// also holds what is known of the tree as a whole. Published; see <see cref="ThoughtSchema"/>.
/// </summary>
public static class TreeSchema
{
    public const int Version = 1;

    public static ParquetSchema Schema => Map.Schema;

    internal static RowMap<TreeStep> Map { get; } = new RowMap<TreeStep>()
        .String("id", r => RowName(r))
        .String("problem_id", r => r.Finished.Problem.Id)
        .String("tree_id", r => r.Tree.Id)
        .String("source", r => r.Finished.Problem.Source, optional: true)
        .String("split", r => SplitNames.Of(r.Finished.Problem.Split))
        .Int32("step_id", r => r.Step.Id)
        .Int32("parent_id", r => r.Step.ParentId)
        .Int32("depth", r => r.Step.Depth)
        .Int32("sibling", r => r.Step.SiblingIndex)
        .String("step_text", r => r.Step.Text)
        .Int32s("token_ids", r => r.Step.TokenIds)
        .Int32("draws", r => r.Step.Draws)
        .Float("mean_logprob", r => r.Step.MeanLogProb)
        .Float("prm_score", r => r.Step.Reward)
        .String("verdict", r => EnumNames.Verdict.Name(r.Step.Verdict))
        .String("critique", r => r.Step.Critique, optional: true)
        .String("critique_source", r => r.Step.CritiqueSource, optional: true)
        .Int32("mc_correct", r => r.Step.MonteCarloCorrect)
        .Int32("mc_total", r => r.Step.MonteCarloTotal)
        .Int32("visits", r => r.Statistics.Visits)
        .Double("value", r => r.Statistics.Value)
        .Boolean("pruned", r => r.Statistics.Pruned)
        .String("terminal", r => EnumNames.Terminal.Name(r.Step.Terminal))
        .String("answer", r => r.Step.Answer, optional: true)
        .String("answer_verdict", r => EnumNames.Verdict.Name(r.Step.AnswerVerdict.Verdict))
        .String("answer_reason", r => r.Step.AnswerVerdict.Reason, optional: true)
        .String("answer_rule", r => r.Step.AnswerVerdict.Rule, optional: true)
        .String("answer_canonical", r => r.Step.AnswerVerdict.Canonical, optional: true)
        .String("producer", r => r.Step.Producer)
        .Int32("round", r => r.Step.Round)
        .String("policy_model", r => r.Lineage.PolicyModel)
        .String("prm_model", r => r.Lineage.RewardModel)
        .String("search", r => r.Lineage.Search)
        .String("verifier", r => r.Finished.Verifier)
        .String("config_hash", r => r.Lineage.ConfigHash)
        .Int64("run_seed", r => unchecked((long)r.Lineage.Seed))
        .String("problem_json", r => r.Step.IsRoot ? ProblemJson.Write(r.Finished.Problem) : null, optional: true)
        .String("outcome", r => r.Step.IsRoot ? EnumNames.Outcome.Name(r.Finished.Outcome) : null, optional: true)
        .String("outcome_reason", r => r.Step.IsRoot ? r.Finished.Reason : null, optional: true)
        .String("search_end", r => r.Step.IsRoot && r.Finished.SearchEnd is { } end ? EnumNames.SearchEnd.Name(end) : null, optional: true)
        .Int32("tree_steps", r => r.Step.IsRoot ? r.Tree.Count : (int?)null)
        .Int64("tree_tokens", r => r.Step.IsRoot ? r.Tree.GeneratedTokens : (long?)null)
        .Int32("schema_version", _ => Version);

    /// <summary>Raw size of a row, for the length of shards.</summary>
    internal static long SizeOf(TreeStep row)
        => 300 + row.Step.Text.Length + (row.Step.TokenIds.Count * 4L) + (row.Step.Critique?.Length ?? 0) + (row.Step.IsRoot ? row.Finished.Problem.Statement.Length : 0);

    private static string RowName(TreeStep row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Tree.Id}-{row.Step.Id}");
}
