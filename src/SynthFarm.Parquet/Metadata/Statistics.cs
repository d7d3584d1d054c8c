using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Metadata;

/// <summary>Statistics in parquet.thrift: bounds in PLAIN form, and counts.</summary>
internal sealed record Statistics
{
    public byte[]? Min { get; init; }

    public byte[]? Max { get; init; }

    public long? NullCount { get; init; }

    public bool MinIsExact { get; init; }

    public bool MaxIsExact { get; init; }

    public void Write(CompactWriter writer, int field)
    {
        writer.BeginStruct(field);
        if (NullCount is { } nulls) writer.Int64(3, nulls);
        if (Max is not null) writer.Binary(5, Max);
        if (Min is not null) writer.Binary(6, Min);
        if (Max is not null) writer.Boolean(7, MaxIsExact);
        if (Min is not null) writer.Boolean(8, MinIsExact);
        writer.EndStruct();
    }

    public static Statistics Read(ref CompactReader reader, CompactType type)
    {
        if (type != CompactType.Struct) throw new CorruptDataException("statistics are not a struct");
        byte[]? min = null, max = null;
        long? nulls = null;
        bool minIsExact = false, maxIsExact = false;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 3: nulls = reader.Int64(kind); break;
                case 5: max = reader.Binary(kind); break;
                case 6: min = reader.Binary(kind); break;
                case 7: maxIsExact = reader.Boolean(kind); break;
                case 8: minIsExact = reader.Boolean(kind); break;
                default: reader.Skip(kind); break;
            }
        }
        reader.EndStruct(enclosing);
        return new Statistics { Min = min, Max = max, NullCount = nulls, MinIsExact = minIsExact, MaxIsExact = maxIsExact };
    }
}
