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
        $"segment: {string.Join(' ', EnumNames.Segment.All)}") + "\n");

    [Fact]
    public void No_column_but_the_messages_has_a_name_that_trainers_read()
    {
        ParquetSchema[] schemas = [ThoughtSchema.Map.Schema, TreeSchema.Schema, RejectionSchema.Map.Schema];
        Assert.Equal(["messages"], schemas.SelectMany(s => s.Fields).Select(f => f.Name).Where(ReservedNames.All.Contains));
    }

    private static string Text(int version, ParquetSchema schema) => $"version {version}\n{schema}";
}
