using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Corpus.Schemas;

/// <summary>The columns of <c>prm</c>. Published; see <see cref="ThoughtSchema"/>.</summary>
public static class StepLabelSchema
{
    public const int Version = 1;

    public static RowMap<StepLabelRow> Map { get; } = new RowMap<StepLabelRow>()
        .String("prompt", r => r.Prompt)
        .Strings("completions", r => [.. r.Path.Steps.Select(step => StepLabelRows.StepText(step.Text))])
        .Booleans("labels", r => r.Path.Labels)
        .Origin(r => r.Id, r => r.Origin)
        .OptionalFloats("soft_labels", r => r.Path.Scores)
        .String("label_source", r => r.Path.Source)
        .String("path_end", r => EnumNames.LabelledEnd.Name(r.Path.End))
        .Int32s("step_ids", r => [.. r.Path.Steps.Select(step => step.Id)])
        .OptionalFloats("step_scores", r => [.. r.Path.Steps.Select(step => step.Reward)])
        .Int32("n_steps", r => r.Path.Steps.Count)
        .Int32("n_tokens", r => r.Path.Steps.Sum(step => step.TokenIds.Count))
        .String("derivation", _ => StepLabeller.Version)
        .Int32("schema_version", _ => Version);

    /// <summary>Raw size of a row, for the length of shards.</summary>
    internal static long SizeOf(StepLabelRow row) => 400 + row.Prompt.Length + row.Path.Steps.Sum(step => step.Text.Length + 13L);
}
