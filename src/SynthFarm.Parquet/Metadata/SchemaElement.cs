using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Metadata;

/// <summary>SchemaElement in parquet.thrift: one node of the flattened schema.</summary>
internal sealed record SchemaElement(string Name)
{
    public PhysicalType? Type { get; init; }

    public int TypeLength { get; init; }

    /// <summary>Absent on the root only.</summary>
    public Repetition? Repetition { get; init; }

    public int Children { get; init; }

    public ConvertedType? Converted { get; init; }

    public LogicalType Logical { get; init; }

    public void Write(CompactWriter writer)
    {
        writer.BeginStruct();
        if (Type is { } type) writer.Int32(1, (int)type);
        if (Repetition is { } repetition) writer.Int32(3, (int)repetition);
        writer.String(4, Name);
        if (Children > 0) writer.Int32(5, Children);
        if (Converted is { } converted) writer.Int32(6, (int)converted);
        if (Logical != LogicalType.None)
        {
            writer.BeginStruct(10);
            if (Logical == LogicalType.Integer)
            {
                writer.BeginStruct((int)Logical);
                writer.Byte(1, Type == PhysicalType.Int64 ? (byte)64 : (byte)32);
                writer.Boolean(2, value: true);
                writer.EndStruct();
            }
            else
            {
                writer.EmptyStruct((int)Logical);
            }
            writer.EndStruct();
        }
        writer.EndStruct();
    }

    public static SchemaElement Read(ref CompactReader reader)
    {
        string? name = null;
        PhysicalType? type = null;
        Repetition? repetition = null;
        ConvertedType? converted = null;
        var logical = LogicalType.None;
        int length = 0, children = 0;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1: type = Checked.Defined<PhysicalType>(reader.Int32(kind), "type"); break;
                case 2: length = reader.Int32(kind); break;
                case 3: repetition = Checked.Defined<Repetition>(reader.Int32(kind), "repetition"); break;
                case 4: name = reader.String(kind); break;
                case 5: children = reader.Int32(kind); break;
                case 6: converted = (ConvertedType)reader.Int32(kind); break;
                case 10: logical = ReadLogical(ref reader, kind); break;
                default: reader.Skip(kind); break;
            }
        }
        reader.EndStruct(enclosing);
        return new SchemaElement(name ?? throw new CorruptDataException("a schema element has no name"))
        {
            Type = type, TypeLength = length, Repetition = repetition, Children = children, Converted = converted, Logical = logical,
        };
    }

    private static LogicalType ReadLogical(ref CompactReader reader, CompactType kind)
    {
        if (kind != CompactType.Struct) throw new CorruptDataException("a logical type is not a struct");
        var logical = LogicalType.None;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var inner))
        {
            logical = (LogicalType)field;
            reader.Skip(inner);
        }
        reader.EndStruct(enclosing);
        return logical;
    }
}
