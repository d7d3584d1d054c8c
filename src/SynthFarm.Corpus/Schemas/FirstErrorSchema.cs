using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Corpus.Schemas;

/// <summary>
/// The columns of <c>processbench</c>: those of ProcessBench (Zheng et al., 2024) first, where <c>label</c> is a number. Published; see
/// <see cref="ThoughtSchema"/>.
/// </summary>
public static class FirstErrorSchema
{
    public const int Version = 1;

    public static RowMap<FirstErrorRow> Map { get; } = new RowMap<FirstErrorRow>()
        .String("id", r => r.Id)
        .String("generator", r => r.Origin.PolicyModel)
        .String("problem", r => r.Problem)
        .Strings("steps", r => r.Steps)
        .Boolean("final_answer_correct", r => r.IsAnswerCorrect)
        .Int64("label", r => (long)r.FirstError)
        .OriginWithoutId(r => r.Origin)
        .Int32("leaf_id", r => r.LeafId)
        .String("answer", r => r.Answer)
        .String("label_source", r => r.LabelSource)
        .String("derivation", _ => StepLabeller.Version)
        .Int32("schema_version", _ => Version);

    /// <summary>Raw size of a row, for the length of shards.</summary>
    internal static long SizeOf(FirstErrorRow row) => 400 + row.Problem.Length + row.Steps.Sum(step => step.Length + 4L);
}
