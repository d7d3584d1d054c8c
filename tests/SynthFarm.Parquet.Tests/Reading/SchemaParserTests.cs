using SynthFarm.Parquet.Metadata;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Tests.Reading;

public sealed class SchemaParserTests
{
    [Fact]
    public void Lists_of_older_writers_and_maps_keep_their_form()
    {
        var schema = SchemaParser.Parse(
        [
            new("root") { Children = 5 },
            Leaf("bare", Repetition.Repeated),
            Group("two", Repetition.Optional, 1, ConvertedType.List),
            Leaf("array", Repetition.Repeated),
            Group("tuple", Repetition.Required, 1, ConvertedType.List),
            Group("tuple_tuple", Repetition.Repeated, 1),
            Leaf("x", Repetition.Required),
            Group("three", Repetition.Optional, 1, ConvertedType.List),
            Group("bag", Repetition.Repeated, 1),
            Leaf("array_element", Repetition.Optional),
            Group("map", Repetition.Optional, 1, ConvertedType.Map),
            Group("key_value", Repetition.Repeated, 2),
            Leaf("key", Repetition.Required),
            Leaf("value", Repetition.Optional),
        ]);

        Assert.Equal(
            """
            message schema {
              repeated int32 bare (INTEGER(32,true));
              optional group two (LIST) {
                repeated int32 array (INTEGER(32,true));
              }
              required group tuple (LIST) {
                repeated group tuple_tuple {
                  required int32 x (INTEGER(32,true));
                }
              }
              optional group three (LIST) {
                repeated group bag {
                  optional int32 array_element (INTEGER(32,true));
                }
              }
              optional group map (LIST) {
                repeated group key_value {
                  required int32 key (INTEGER(32,true));
                  optional int32 value (INTEGER(32,true));
                }
              }
            }

            """,
            schema.ToString(),
            ignoreLineEndingDifferences: true);
        Assert.Equal(
            [("bare", 1, 1), ("two.array", 2, 1), ("tuple.tuple_tuple.x", 1, 1), ("three.bag.array_element", 3, 1), ("map.key_value.key", 2, 1), ("map.key_value.value", 3, 1)],
            schema.Leaves.Select(l => (l.DottedPath, l.Definition, l.Repetition)));
    }

    [Fact]
    public void Levels_of_the_dremel_paper_come_out()
    {
        // Document of Melnik et al. 2010, figure 2, with its repeated fields as lists.
        var schema = new ParquetSchema(
            Column.Int64("DocId"),
            Column.OptionalStruct("Links", Column.List("Backward", Column.Int64("element")), Column.List("Forward", Column.Int64("element"))),
            Column.List("Name", Column.Struct("element", Column.List("Language", Column.Struct("element", Column.String("Code"), Column.String("Country", optional: true))), Column.String("Url", optional: true))));

        Assert.Equal([(0, 0), (2, 1), (2, 1), (2, 2), (3, 2), (2, 1)], schema.Leaves.Select(l => (l.Definition, l.Repetition)));
    }

    [Fact]
    public void Broken_trees_are_refused()
    {
        Assert.Throws<CorruptDataException>(() => SchemaParser.Parse([]));
        Assert.Throws<CorruptDataException>(() => SchemaParser.Parse([new("root")]));
        Assert.Throws<CorruptDataException>(() => SchemaParser.Parse([new("root") { Children = 2 }, Leaf("a", Repetition.Required)]));
        Assert.Throws<CorruptDataException>(() => SchemaParser.Parse([new("root") { Children = 1 }, Leaf("a", Repetition.Required), Leaf("b", Repetition.Required)]));
        Assert.Throws<CorruptDataException>(() => SchemaParser.Parse([new("root") { Children = 2 }, Leaf("a", Repetition.Required), Leaf("a", Repetition.Required)]));
        Assert.Throws<CorruptDataException>(() => SchemaParser.Parse([new("root") { Children = 1 }, Leaf("", Repetition.Required)]));
        SchemaElement[] deep = [.. Enumerable.Range(0, 5000).Select(i => Group($"g{i}", Repetition.Required, 1)), Leaf("a", Repetition.Required)];
        Assert.Throws<CorruptDataException>(() => SchemaParser.Parse(deep));
    }

    private static SchemaElement Leaf(string name, Repetition repetition) => new(name) { Type = PhysicalType.Int32, Repetition = repetition };

    private static SchemaElement Group(string name, Repetition repetition, int children, ConvertedType? converted = null)
        => new(name) { Repetition = repetition, Children = children, Converted = converted };
}
