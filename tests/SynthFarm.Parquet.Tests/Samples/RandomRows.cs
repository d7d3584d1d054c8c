using System.Text;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Tests.Samples;

/// <summary>Random schemas and rows that fit them, by seed.</summary>
internal sealed class RandomRows(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>One to six fields, nested up to <paramref name="depth"/> lists and structs deep.</summary>
    public ParquetSchema Schema(int depth = 4)
        => new([.. Enumerable.Range(0, random.Next(1, 7)).Select(i => Column($"f{i}", depth))]);

    public List<ParquetRow> Rows(ParquetSchema schema, int count)
        => [.. Enumerable.Range(0, count).Select(_ => Struct(schema.Fields))];

    private Column Column(string name, int depth)
    {
        var optional = random.Next(2) == 0;
        switch (random.Next(depth > 0 ? 10 : 7))
        {
            case 0: return Parquet.Schema.Column.Boolean(name, optional);
            case 1: return Parquet.Schema.Column.Int32(name, optional);
            case 2: return Parquet.Schema.Column.Int64(name, optional);
            case 3: return Parquet.Schema.Column.Float(name, optional);
            case 4: return Parquet.Schema.Column.Double(name, optional);
            case 5: return Parquet.Schema.Column.String(name, optional);
            case 6: return Parquet.Schema.Column.Bytes(name, optional);
            case 7:
                Column[] fields = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => Column($"{name}_{i}", depth - 1))];
                return optional ? Parquet.Schema.Column.OptionalStruct(name, fields) : Parquet.Schema.Column.Struct(name, fields);
            default: return Parquet.Schema.Column.List(name, Column("element", depth - 1), optional);
        }
    }

    private ParquetRow Struct(IReadOnlyList<Column> fields)
    {
        var row = new ParquetRow();
        foreach (var field in fields) row[field.Name] = Value(field);
        return row;
    }

    private object? Value(Column column)
    {
        if (column.IsOptional && random.Next(4) == 0) return null;
        return column switch
        {
            ListColumn list => Items(list.Element),
            StructColumn group => Struct(group.Fields),
            PrimitiveColumn { Type: PrimitiveType.Boolean } => random.Next(8) > 0,
            PrimitiveColumn { Type: PrimitiveType.Int32 } => random.Next(3) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(5),
            PrimitiveColumn { Type: PrimitiveType.Int64 } => random.Next(3) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : random.Next(5),
            PrimitiveColumn { Type: PrimitiveType.Float } => Number((float)random.NextDouble()),
            PrimitiveColumn { Type: PrimitiveType.Double } => Number(random.NextDouble()),
            PrimitiveColumn { Type: PrimitiveType.String } => Text(),
            _ => Encoding.UTF8.GetBytes(Text()),
        };
    }

    private object[] Items(Column element)
    {
        var length = random.Next(6) switch { 0 or 1 => 0, 2 => random.Next(1, 40), _ => random.Next(1, 4) };
        return [.. Enumerable.Range(0, length).Select(_ => Value(element)!)];
    }

    private T Number<T>(T usual)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
        => random.Next(12) switch { 0 => T.NaN, 1 => T.NegativeZero, 2 => T.Zero, 3 => T.PositiveInfinity, 4 => -usual, _ => usual };

    private string Text()
    {
        var text = new StringBuilder();
        var length = random.Next(8) == 0 ? random.Next(300) : random.Next(6);
        for (var i = 0; i < length; i++)
        {
            text.Append(random.Next(12) switch
            {
                0 => new Rune(random.Next(0x10000, 0x110000)),
                1 => new Rune(random.Next(0xE000, 0x10000)),
                2 => new Rune(random.Next(0x80, 0xD800)),
                3 => new Rune(random.Next(0x20)),
                _ => new Rune('a' + random.Next(4)),
            });
        }
        return text.ToString();
    }
}
