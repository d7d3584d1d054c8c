using SynthFarm.Core.Answers;
using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Corpus.Schemas;

/// <summary>
/// The columns of <c>kto</c> (for TRL) and <c>kto_messages</c> (for LLaMA-Factory, which wants one conversation). Published; see
/// <see cref="ThoughtSchema"/>.
/// </summary>
public static class AnsweredSchema
{
    public const int Version = 1;

    /// <summary><c>prompt</c> and <c>completion</c> as lists of turns, <c>label</c>.</summary>
    public static RowMap<AnsweredRow> Conversations { get; } = Rest(new RowMap<AnsweredRow>()
        .Turns("prompt", r => [r.Prompt])
        .Turns("completion", r => [r.Completion]));

    /// <summary><c>messages</c> as a list of two turns, <c>label</c>.</summary>
    public static RowMap<AnsweredRow> Messages { get; } = Rest(new RowMap<AnsweredRow>()
        .Turns("messages", r => [r.Prompt, r.Completion]));

    /// <summary>Raw size of a row, for the length of shards.</summary>
    internal static long SizeOf(AnsweredRow row) => 400 + row.Prompt.Content.Length + row.Completion.Content.Length + (row.StepScores.Count * 4L);

    private static RowMap<AnsweredRow> Rest(RowMap<AnsweredRow> map) => map
        .Boolean("label", r => r.IsCorrect)
        .Origin(r => r.Id, r => r.Origin)
        .Int32("leaf_id", r => r.LeafId)
        .String("verdict", r => EnumNames.Verdict.Name(r.IsCorrect ? Verdict.Correct : Verdict.Wrong))
        .String("answer", r => r.Answer)
        .Int32("draws", r => r.Draws)
        .Int32("n_steps", r => r.StepCount)
        .Int32("n_tokens", r => r.TokenCount)
        .Float("ppl", r => r.Perplexity)
        .OptionalFloats("step_scores", r => r.StepScores)
        .String("derivation", _ => AnsweredRows.Version)
        .Int32("schema_version", _ => Version);
}
