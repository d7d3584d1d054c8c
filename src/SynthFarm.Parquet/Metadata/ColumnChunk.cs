using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Metadata;

/// <summary>ColumnChunk and its ColumnMetaData in parquet.thrift: one leaf column of one row group.</summary>
internal sealed record ColumnChunk
{
    public required PhysicalType Type { get; init; }

    public required IReadOnlyList<string> Path { get; init; }

    public required int Codec { get; init; }

    /// <summary>Entries, nulls included.</summary>
    public required long Values { get; init; }

    public required long UncompressedSize { get; init; }

    public required long CompressedSize { get; init; }

    public required long DataPageOffset { get; init; }

    public long? DictionaryPageOffset { get; init; }

    public IReadOnlyList<PageEncodingCount> Pages { get; init; } = [];

    public Statistics? Statistics { get; init; }

    public long? OffsetIndexOffset { get; set; }

    public int OffsetIndexLength { get; set; }

    public long? ColumnIndexOffset { get; set; }

    public int ColumnIndexLength { get; set; }

    /// <summary>Where the chunk's first page starts.</summary>
    public long Start => DictionaryPageOffset is { } dictionary && dictionary > 0 && dictionary < DataPageOffset ? dictionary : DataPageOffset;

    public void Write(CompactWriter writer)
    {
        writer.BeginStruct();
        writer.Int64(2, 0);
        writer.BeginStruct(3);
        writer.Int32(1, (int)Type);
        Encoding[] encodings = [.. Pages.Select(p => p.Encoding).Append(Encoding.Rle).Distinct().Order()];
        writer.BeginList(2, CompactType.Int32, encodings.Length);
        foreach (var encoding in encodings) writer.Int((int)encoding);
        writer.BeginList(3, CompactType.Binary, Path.Count);
        foreach (var name in Path) writer.Binary(System.Text.Encoding.UTF8.GetBytes(name));
        writer.Int32(4, Codec);
        writer.Int64(5, Values);
        writer.Int64(6, UncompressedSize);
        writer.Int64(7, CompressedSize);
        writer.Int64(9, DataPageOffset);
        if (DictionaryPageOffset is { } dictionary) writer.Int64(11, dictionary);
        Statistics?.Write(writer, 12);
        writer.BeginList(13, CompactType.Struct, Pages.Count);
        foreach (var page in Pages) page.Write(writer);
        writer.EndStruct();
        if (OffsetIndexOffset is { } offsetIndex)
        {
            writer.Int64(4, offsetIndex);
            writer.Int32(5, OffsetIndexLength);
        }
        if (ColumnIndexOffset is { } columnIndex)
        {
            writer.Int64(6, columnIndex);
            writer.Int32(7, ColumnIndexLength);
        }
        writer.EndStruct();
    }

    public static ColumnChunk Read(ref CompactReader reader)
    {
        ColumnChunk? chunk = null;
        long? offsetIndex = null, columnIndex = null;
        int offsetIndexLength = 0, columnIndexLength = 0;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1: throw new CorruptDataException("a column lies in another file, which is not supported");
                case 3: chunk = ReadMetadata(ref reader, kind); break;
                case 4: offsetIndex = reader.Int64(kind); break;
                case 5: offsetIndexLength = reader.Int32(kind); break;
                case 6: columnIndex = reader.Int64(kind); break;
                case 7: columnIndexLength = reader.Int32(kind); break;
                case 8: throw new CorruptDataException("the column is encrypted, which is not supported");
                default: reader.Skip(kind); break;
            }
        }
        reader.EndStruct(enclosing);
        if (chunk is null) throw new CorruptDataException("a column chunk has no metadata");
        chunk.OffsetIndexOffset = offsetIndex;
        chunk.OffsetIndexLength = offsetIndexLength;
        chunk.ColumnIndexOffset = columnIndex;
        chunk.ColumnIndexLength = columnIndexLength;
        return chunk;
    }

    private static ColumnChunk ReadMetadata(ref CompactReader reader, CompactType type)
    {
        if (type != CompactType.Struct) throw new CorruptDataException("column metadata is not a struct");
        PhysicalType? physical = null;
        string[]? path = null;
        Statistics? statistics = null;
        int? codec = null;
        long? values = null, uncompressed = null, compressed = null, data = null, dictionary = null;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1: physical = Checked.Defined<PhysicalType>(reader.Int32(kind), "type"); break;
                case 3:
                    path = new string[reader.List(kind, CompactType.Binary)];
                    for (var i = 0; i < path.Length; i++) path[i] = reader.String();
                    break;
                case 4: codec = reader.Int32(kind); break;
                case 5: values = Checked.NotNegative(reader.Int64(kind), "the number of values"); break;
                case 6: uncompressed = reader.Int64(kind); break;
                case 7: compressed = reader.Int64(kind); break;
                case 9: data = reader.Int64(kind); break;
                case 11: dictionary = reader.Int64(kind); break;
                case 12: statistics = Statistics.Read(ref reader, kind); break;
                default: reader.Skip(kind); break;
            }
        }
        reader.EndStruct(enclosing);
        return new ColumnChunk
        {
            Type = physical ?? throw Missing("type"),
            Path = path ?? throw Missing("path"),
            Codec = codec ?? throw Missing("codec"),
            Values = values ?? throw Missing("number of values"),
            UncompressedSize = uncompressed ?? throw Missing("uncompressed size"),
            CompressedSize = compressed ?? throw Missing("compressed size"),
            DataPageOffset = data ?? throw Missing("data page offset"),
            DictionaryPageOffset = dictionary,
            Statistics = statistics,
        };
    }

    private static CorruptDataException Missing(string what) => new($"column metadata has no {what}");
}
