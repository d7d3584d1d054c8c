using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Metadata;

/// <summary>RowGroup in parquet.thrift.</summary>
internal sealed record RowGroup(IReadOnlyList<ColumnChunk> Columns, long Rows)
{
    /// <summary>Size of all pages before compression.</summary>
    public long UncompressedSize { get; init; }

    public void Write(CompactWriter writer, int ordinal)
    {
        writer.BeginStruct();
        writer.BeginList(1, CompactType.Struct, Columns.Count);
        foreach (var column in Columns) column.Write(writer);
        writer.Int64(2, UncompressedSize);
        writer.Int64(3, Rows);
        writer.Int64(5, Columns[0].Start);
        writer.Int64(6, Columns.Sum(c => c.CompressedSize));
        if (ordinal <= short.MaxValue) writer.Int16(7, (short)ordinal);
        writer.EndStruct();
    }

    public static RowGroup Read(ref CompactReader reader)
    {
        ColumnChunk[]? columns = null;
        long? rows = null;
        long size = 0;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1:
                    columns = new ColumnChunk[reader.List(kind, CompactType.Struct)];
                    for (var i = 0; i < columns.Length; i++) columns[i] = ColumnChunk.Read(ref reader);
                    break;
                case 2: size = reader.Int64(kind); break;
                case 3: rows = Checked.NotNegative(reader.Int64(kind), "the number of rows"); break;
                default: reader.Skip(kind); break;
            }
        }
        reader.EndStruct(enclosing);
        return new RowGroup(
            columns ?? throw new CorruptDataException("a row group has no columns"),
            rows ?? throw new CorruptDataException("a row group has no number of rows")) { UncompressedSize = size };
    }
}
