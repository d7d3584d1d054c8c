using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Metadata;

/// <summary>PageHeader in parquet.thrift with the header of the page's own kind flattened in.</summary>
internal sealed record PageHeader(PageType Type, int UncompressedSize, int CompressedSize)
{
    /// <summary>CRC-32 of the page's bytes as they lie in the file.</summary>
    public int? Crc { get; init; }

    /// <summary>Entries of a data page, nulls included, or values of a dictionary.</summary>
    public int Values { get; init; }

    public Encoding Encoding { get; init; }

    public Encoding DefinitionEncoding { get; init; } = Encoding.Rle;

    public Encoding RepetitionEncoding { get; init; } = Encoding.Rle;

    /// <summary>Version 2 pages: bytes of the definition levels, which are not compressed.</summary>
    public int DefinitionBytes { get; init; }

    /// <summary>Version 2 pages: bytes of the repetition levels, which are not compressed.</summary>
    public int RepetitionBytes { get; init; }

    /// <summary>Version 2 pages: whether the values are compressed.</summary>
    public bool IsCompressed { get; init; } = true;

    public void Write(CompactWriter writer)
    {
        writer.BeginStruct();
        writer.Int32(1, (int)Type);
        writer.Int32(2, UncompressedSize);
        writer.Int32(3, CompressedSize);
        if (Crc is { } crc) writer.Int32(4, crc);
        writer.BeginStruct(Type == PageType.Dictionary ? 7 : 5);
        writer.Int32(1, Values);
        writer.Int32(2, (int)Encoding);
        if (Type == PageType.Data)
        {
            writer.Int32(3, (int)DefinitionEncoding);
            writer.Int32(4, (int)RepetitionEncoding);
        }
        writer.EndStruct();
        writer.EndStruct();
    }

    public static PageHeader Read(ref CompactReader reader)
    {
        PageType? type = null;
        int? uncompressed = null, compressed = null, crc = null;
        PageHeader? details = null;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1: type = Checked.Defined<PageType>(reader.Int32(kind), "page type"); break;
                case 2: uncompressed = Checked.NotNegative(reader.Int32(kind), "the uncompressed size"); break;
                case 3: compressed = Checked.NotNegative(reader.Int32(kind), "the compressed size"); break;
                case 4: crc = reader.Int32(kind); break;
                case 5: details = PageDetails.ReadData(ref reader, kind); break;
                case 7: details = PageDetails.ReadDictionary(ref reader, kind); break;
                case 8: details = PageDetails.ReadDataV2(ref reader, kind); break;
                default: reader.Skip(kind); break;
            }
        }
        reader.EndStruct(enclosing);
        if (type is null || uncompressed is null || compressed is null) throw new CorruptDataException("the page header has no type or size");
        if (type == PageType.Index) return new PageHeader(type.Value, uncompressed.Value, compressed.Value) { Crc = crc };
        if (details is null || details.Type != type) throw new CorruptDataException($"the page header has no details for a page of type {type}");
        return details with { UncompressedSize = uncompressed.Value, CompressedSize = compressed.Value, Crc = crc };
    }
}
