using SynthFarm.Core.Preferences;
using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Corpus.Schemas;

/// <summary>
/// The columns of the preference configs, in two forms: conversations (<c>dpo</c>, <c>dpo_steps</c>, <c>dpo_thoughts</c>) for TRL and
/// OpenRLHF, single messages (<c>dpo_pairs</c>) for LLaMA-Factory and axolotl. Published; see <see cref="ThoughtSchema"/>.
/// </summary>
public static class PairSchema
{
    public const int Version = 1;

    /// <summary><c>prompt</c>, <c>chosen</c> and <c>rejected</c> as lists of turns.</summary>
    public static RowMap<PairRow> Conversations { get; } = Rest(new RowMap<PairRow>()
        .Turns("prompt", r => r.Prompt)
        .Turns("chosen", r => [new(ChatMessage.Assistant, r.Pair.Chosen.Text)])
        .Turns("rejected", r => [new(ChatMessage.Assistant, r.Pair.Rejected.Text)]));

    /// <summary><c>messages</c> as a list of turns that ends with the user's, <c>chosen</c> and <c>rejected</c> as one turn each.</summary>
    public static RowMap<PairRow> Messages { get; } = Rest(new RowMap<PairRow>()
        .Turns("messages", r => r.Prompt)
        .AssistantTurn("chosen", r => r.Pair.Chosen.Text)
        .AssistantTurn("rejected", r => r.Pair.Rejected.Text));

    /// <summary>Raw size of a row, for the length of shards.</summary>
    internal static long SizeOf(PairRow row) => 500 + row.Prompt[0].Content.Length + row.Pair.Chosen.Text.Length + row.Pair.Rejected.Text.Length;

    private static RowMap<PairRow> Rest(RowMap<PairRow> map) => map
        .Origin(r => r.Id, r => r.Origin)
        .String("pair_level", r => EnumNames.PairLevel.Name(r.Pair.Level))
        .String("pair_rule", r => EnumNames.PairRule.Name(r.Pair.Rule))
        .Int32("chosen_step_id", r => r.Pair.Chosen.StepId)
        .Int32("rejected_step_id", r => r.Pair.Rejected.StepId)
        .String("chosen_answer", r => r.ChosenAnswer, optional: true)
        .String("rejected_answer", r => r.RejectedAnswer, optional: true)
        .Int32("shared_length", r => r.SharedLength)
        .String("score_source", r => r.Pair.ScoreSource, optional: true)
        .Float("chosen_score", r => (float?)r.Pair.Chosen.Score)
        .Float("rejected_score", r => (float?)r.Pair.Rejected.Score)
        .Float("score_margin", r => (float?)(r.Pair.Chosen.Score - r.Pair.Rejected.Score))
        .Float("chosen_ppl", r => (float?)r.Pair.Chosen.Perplexity)
        .Float("rejected_ppl", r => (float?)r.Pair.Rejected.Perplexity)
        .Int32("chosen_n_tokens", r => r.Pair.Chosen.TokenCount)
        .Int32("rejected_n_tokens", r => r.Pair.Rejected.TokenCount)
        .String("derivation", _ => PreferencePairDeriver.Version)
        .Int64("derivation_seed", r => r.DerivationSeed)
        .Int32("schema_version", _ => Version);
}
