using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Parquet.Schema;
using SynthFarm.TestKit;

namespace SynthFarm.Corpus.Tests.Schemas;

/// <summary>
/// Published schemas are frozen. When one of these fails: do not change the golden file alone, give the schema a new version, because
/// snapshots with the old one exist.
/// </summary>
public sealed class SchemaTests
{
    [Fact]
    public void Thought_schema_is_frozen() => Golden.Verify(Text(ThoughtSchema.Version, ThoughtSchema.Map.Schema));

    [Fact]
    public void Tree_schema_is_frozen() => Golden.Verify(Text(TreeSchema.Version, TreeSchema.Schema));

    [Fact]
    public void Rejection_schema_is_frozen() => Golden.Verify(Text(RejectionSchema.Version, RejectionSchema.Map.Schema));

    [Fact]
    public void Problem_schema_is_frozen() => Golden.Verify(Text(ProblemSchema.Version, ProblemSchema.Schema));

    [Fact]
    public void Pair_schema_is_frozen() => Golden.Verify(Text(PairSchema.Version, PairSchema.Conversations.Schema));

    [Fact]
    public void Pair_message_schema_is_frozen() => Golden.Verify(Text(PairSchema.Version, PairSchema.Messages.Schema));

    [Fact]
    public void Step_label_schema_is_frozen() => Golden.Verify(Text(StepLabelSchema.Version, StepLabelSchema.Map.Schema));

    [Fact]
    public void Reward_task_schema_is_frozen() => Golden.Verify(Text(RewardTaskSchema.Version, RewardTaskSchema.Map.Schema));

    [Fact]
    public void Answered_schema_is_frozen() => Golden.Verify(Text(AnsweredSchema.Version, AnsweredSchema.Conversations.Schema));

    [Fact]
    public void Answered_message_schema_is_frozen() => Golden.Verify(Text(AnsweredSchema.Version, AnsweredSchema.Messages.Schema));

    [Fact]
    public void First_error_schema_is_frozen() => Golden.Verify(Text(FirstErrorSchema.Version, FirstErrorSchema.Map.Schema));

    [Fact]
    public void Columns_that_a_selection_adds_are_frozen_and_not_read_by_trainers()
    {
        string[] configs = [ConfigNames.Sft, ConfigNames.Shortcut, ConfigNames.Trees, ConfigNames.Rejections, "dpo"];
        var before = new ParquetSchema(Column.String("id"));
        Golden.Verify(string.Concat(configs.Select(config => $"{config}\n{SelectionColumns.Extend(before, config)}")));
        Assert.DoesNotContain(configs.SelectMany(SelectionColumns.Of), column => ReservedNames.All.Contains(column.Name));
        Assert.All(configs, config => Assert.Equal(SelectionColumns.Extend(before, config), SelectionColumns.Extend(SelectionColumns.Extend(before, config), config)));
    }

    [Fact]
    public void Persisted_names_are_frozen() => Golden.Verify(string.Join('\n',
        $"verdict: {string.Join(' ', EnumNames.Verdict.All)}",
        $"terminal: {string.Join(' ', EnumNames.Terminal.All)}",
        $"search end: {string.Join(' ', EnumNames.SearchEnd.All)}",
        $"outcome: {string.Join(' ', EnumNames.Outcome.All)}",
        $"segment: {string.Join(' ', EnumNames.Segment.All)}",
        $"pair level: {string.Join(' ', EnumNames.PairLevel.All)}",
        $"pair rule: {string.Join(' ', EnumNames.PairRule.All)}",
        $"path end: {string.Join(' ', EnumNames.LabelledEnd.All)}",
        $"configs: {string.Join(' ', ConfigNames.All)}") + "\n");

    /// <summary>The columns of a trainer's own format, in a config made for it; <c>label</c> of <c>processbench</c> is that format's.</summary>
    public static TheoryData<string, string> TrainerColumns => new()
    {
        { ConfigNames.Sft, "messages" },
        { ConfigNames.Shortcut, "messages" },
        { ConfigNames.Dpo, "prompt chosen rejected" },
        { ConfigNames.DpoPairs, "messages chosen rejected" },
        { ConfigNames.DpoSteps, "prompt chosen rejected" },
        { ConfigNames.DpoThoughts, "prompt chosen rejected" },
        { ConfigNames.Prm, "prompt completions labels" },
        { ConfigNames.Rl, "data_source prompt ability reward_model extra_info" },
        { ConfigNames.Kto, "prompt completion label" },
        { ConfigNames.KtoMessages, "messages label" },
        { ConfigNames.ProcessBench, "label" },
        { ConfigNames.Trees, "" },
        { ConfigNames.Rejections, "" },
    };

    [Theory]
    [MemberData(nameof(TrainerColumns))]
    public void No_other_column_has_a_name_that_trainers_read(string config, string columns)
        => Assert.Equal(columns, string.Join(' ', ConfigDefinitions.Find(config)!.Schema.Fields.Select(f => f.Name).Where(ReservedNames.All.Contains)));

    [Fact]
    public void Every_config_has_one_definition_and_is_in_the_theory_above()
    {
        Assert.Equal(ConfigNames.All, ConfigDefinitions.All.Select(d => d.Name));
        Assert.Equal(ConfigNames.All, TrainerColumns.Select(row => row.Data.Item1));
    }

    private static string Text(int version, ParquetSchema schema) => $"version {version}\n{schema}";
}
