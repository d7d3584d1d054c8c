using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Tests.Samples;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Parquet.Tests.Mapping;

public sealed class RowMapTests
{
    private sealed record Turn(string Role, string Content);

    private sealed record Sample(
        string Id, string? Topic, bool Ok, bool? Maybe, int N, int? M, long L, float F, float? G, double D, byte[] Raw,
        Turn[] Messages, Turn? Best, string[] Steps, bool[] Labels, int[] Ids, long[] Longs, float[] Scores, float?[] Gaps, double[]? Weights);

    private static readonly RowMap<Sample> Map = new RowMap<Sample>()
        .String("id", r => r.Id).String("topic", r => r.Topic, optional: true)
        .Boolean("ok", r => r.Ok).Boolean("maybe", r => r.Maybe)
        .Int32("n", r => r.N).Int32("m", r => r.M).Int64("l", r => r.L)
        .Float("f", r => r.F).Float("g", r => r.G).Double("d", r => r.D).Bytes("raw", r => r.Raw)
        .Structs("messages", r => r.Messages, m => m.String("role", x => x.Role).String("content", x => x.Content))
        .Struct("best", r => r.Best, m => m.String("role", x => x.Role).String("content", x => x.Content), optional: true)
        .Strings("steps", r => r.Steps).Booleans("labels", r => r.Labels).Int32s("ids", r => r.Ids).Int64s("longs", r => r.Longs)
        .Floats("scores", r => r.Scores).OptionalFloats("gaps", r => r.Gaps).Doubles("weights", r => r.Weights, optional: true);

    [Fact]
    public void Mapped_rows_come_back_by_name()
    {
        Sample[] samples =
        [
            new("a", "t", true, false, 1, 2, 3, 0.5f, 0.25f, 0.125, [1, 2], [new("user", "q"), new("assistant", "r")], new("x", "y"), ["s"], [true, false], [1, 2], [3], [0.5f], [null, 1f], [2.0]),
            new("b", null, false, null, -1, null, -3, 0f, null, -1, [], [], null, [], [], [], [], [], [], null),
        ];
        using var stream = new MemoryStream();
        using var writer = new ParquetWriter(stream, Map.Schema);
        var rows = Map.Bind(writer);
        foreach (var sample in samples) rows.Write(sample);
        writer.Finish();

        using var reader = Files.Open(stream.ToArray());
        var read = reader.Rows().ToList();

        Assert.Equal(["a", "b"], read.Select(r => r.Get<string>("id")));
        Assert.Equal(["t", null], read.Select(r => r.Get<string?>("topic")));
        Assert.Equal([false, null], read.Select(r => r.Get<bool?>("maybe")));
        Assert.Equal([2, null], read.Select(r => r.Get<int?>("m")));
        Assert.Equal([0.25f, null], read.Select(r => r.Get<float?>("g")));
        Assert.Equal(["q", "r"], read[0].Get<IReadOnlyList<ParquetRow>>("messages").Select(m => m.Get<string>("content")));
        Assert.Equal("y", read[0].Get<string>("best.content"));
        Assert.Null(read[1].Get<string?>("best.content"));
        Assert.Equal([null, 1f], read[0].Get<IReadOnlyList<float?>>("gaps"));
        Assert.Equal([true, false], read[0].Get<IReadOnlyList<bool>>("labels"));
        Assert.Null(read[1].Get<IReadOnlyList<double>?>("weights"));
    }

    [Fact]
    public void Schema_is_the_declared_one()
        => Assert.Equal(
            """
            message schema {
              required binary id (STRING);
              optional group turn {
                required binary role (STRING);
              }
              required group turns (LIST) {
                repeated group list {
                  required group element {
                    required binary role (STRING);
                    optional int64 n (INTEGER(64,true));
                  }
                }
              }
            }

            """,
            new RowMap<Sample>()
                .String("id", r => r.Id)
                .Struct("turn", r => r.Best, m => m.String("role", x => x.Role), optional: true)
                .Structs("turns", r => r.Messages, m => m.String("role", x => x.Role).Int64("n", x => (long?)x.Content.Length))
                .Schema.ToString(),
            ignoreLineEndingDifferences: true);

    [Fact]
    public void Map_refuses_a_writer_of_another_schema()
    {
        using var writer = new ParquetWriter(new MemoryStream(), new RowMap<Turn>().String("role", t => t.Role).Schema);

        Assert.Throws<ArgumentException>(() => Map.Bind(writer));
    }

    [Fact]
    public void Null_in_a_required_field_is_refused_by_name()
    {
        var map = new RowMap<Turn>().String("role", t => t.Role).String("content", t => t.Content);
        using var writer = new ParquetWriter(new MemoryStream(), map.Schema);

        var error = Assert.Throws<InvalidOperationException>(() => map.Bind(writer).Write(new Turn("user", null!)));

        Assert.Contains("\"content\"", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(writer.Finish);
    }

    [Fact]
    public void A_map_of_a_schema_writes_rows_of_any_form_as_the_writer_does()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new RandomRows(seed);
            var schema = random.Schema();
            var rows = random.Rows(schema, 20);
            using var stream = new MemoryStream();
            using var writer = new ParquetWriter(stream, RowMaps.Of(schema).Schema);
            var mapped = RowMaps.Of(schema).Bind(writer);
            foreach (var row in rows) mapped.Write(row);
            writer.Finish();
            Assert.Equal(Files.Write(schema, rows), stream.ToArray());
        }
    }
}
