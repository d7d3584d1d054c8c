using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Corpus.Schemas;

/// <summary>
/// The columns of <c>sft</c> and <c>shortcut</c>. Published: a change needs a new <see cref="Version"/> and never reuses a name for
/// something else; no name is one that trainers read (<see cref="ReservedNames"/>).
/// </summary>
public static class ThoughtSchema
{
    public const int Version = 1;

    public static RowMap<ThoughtRow> Map { get; } = new RowMap<ThoughtRow>()
        .Structs("messages", r => r.Messages, m => m.String("role", x => x.Role).String("content", x => x.Content))
        .String("id", r => r.Id)
        .String("problem_id", r => r.ProblemId)
        .String("tree_id", r => r.TreeId)
        .Int32("leaf_id", r => r.LeafId)
        .String("source", r => r.Source, optional: true)
        .String("topic", r => r.Topic, optional: true)
        .String("level", r => r.Level, optional: true)
        .String("license", r => r.License, optional: true)
        .String("kind", r => r.Kind, optional: true)
        .String("split", r => r.Split)
        .String("policy_model", r => r.PolicyModel)
        .String("prm_model", r => r.RewardModel)
        .String("search", r => r.Search)
        .Int32("round", r => r.Round)
        .String("verifier", r => r.Verifier)
        .String("verdict", r => r.Verdict)
        .String("answer", r => r.Answer)
        .Int32("n_steps", r => r.StepCount)
        .Int32("n_backtracks", r => r.BacktrackCount)
        .Int32("n_tokens", r => r.TokenCount)
        .Float("prm_min", r => r.RewardMin)
        .Float("prm_mean", r => r.RewardMean)
        .Float("prm_last", r => r.RewardLast)
        .OptionalFloats("step_scores", r => r.StepScores)
        .Strings("critique_sources", r => r.CritiqueSources)
        .String("config_hash", r => r.ConfigHash)
        .String("derivation", r => r.Derivation)
        .Int64("derivation_seed", r => r.DerivationSeed)
        .Structs("segments", r => r.Segments, s => s.Int32("step_id", x => x.StepId).String("kind", x => x.Kind).Int32("length", x => x.Length))
        .Int32("schema_version", _ => Version);

    /// <summary>Raw size of a row, for the length of shards.</summary>
    internal static long SizeOf(ThoughtRow row) => 400 + row.Messages.Sum(m => (long)m.Content.Length) + (row.Segments.Count * 16L) + (row.StepScores.Count * 4L);
}
