using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Metadata;

/// <summary>ColumnIndex in parquet.thrift: bounds and null counts per data page.</summary>
internal sealed record ColumnIndex(IReadOnlyList<bool> NullPages, IReadOnlyList<byte[]> Min, IReadOnlyList<byte[]> Max, BoundaryOrder Order)
{
    public IReadOnlyList<long> NullCounts { get; init; } = [];

    public void Write(CompactWriter writer)
    {
        writer.BeginStruct();
        writer.BeginList(1, CompactType.True, NullPages.Count);
        foreach (var isNull in NullPages) writer.Boolean(isNull);
        writer.BeginList(2, CompactType.Binary, Min.Count);
        foreach (var bound in Min) writer.Binary(bound);
        writer.BeginList(3, CompactType.Binary, Max.Count);
        foreach (var bound in Max) writer.Binary(bound);
        writer.Int32(4, (int)Order);
        writer.BeginList(5, CompactType.Int64, NullCounts.Count);
        foreach (var count in NullCounts) writer.Int(count);
        writer.EndStruct();
    }

    public static ColumnIndex Read(ref CompactReader reader)
    {
        bool[] nullPages = [];
        byte[][] min = [], max = [];
        long[] nullCounts = [];
        var order = BoundaryOrder.Unordered;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1:
                    nullPages = new bool[reader.List(kind, CompactType.True)];
                    for (var i = 0; i < nullPages.Length; i++) nullPages[i] = reader.BooleanElement();
                    break;
                case 2: min = ReadBounds(ref reader, kind); break;
                case 3: max = ReadBounds(ref reader, kind); break;
                case 4: order = Checked.Defined<BoundaryOrder>(reader.Int32(kind), "boundary order"); break;
                case 5:
                    nullCounts = new long[reader.List(kind, CompactType.Int64)];
                    for (var i = 0; i < nullCounts.Length; i++) nullCounts[i] = reader.Int();
                    break;
                default: reader.Skip(kind); break;
            }
        }
        reader.EndStruct(enclosing);
        if (min.Length != nullPages.Length || max.Length != nullPages.Length || (nullCounts.Length != 0 && nullCounts.Length != nullPages.Length))
            throw new CorruptDataException("the lists of the column index differ in length");
        return new ColumnIndex(nullPages, min, max, order) { NullCounts = nullCounts };
    }

    private static byte[][] ReadBounds(ref CompactReader reader, CompactType kind)
    {
        var bounds = new byte[reader.List(kind, CompactType.Binary)][];
        for (var i = 0; i < bounds.Length; i++) bounds[i] = reader.Binary().ToArray();
        return bounds;
    }
}
