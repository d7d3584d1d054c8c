using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Metadata;

/// <summary>Reads DataPageHeader, DictionaryPageHeader and DataPageHeaderV2 of parquet.thrift.</summary>
internal static class PageDetails
{
    public static PageHeader ReadData(ref CompactReader reader, CompactType type)
    {
        var header = new PageHeader(PageType.Data, 0, 0) { Values = -1 };
        var enclosing = Begin(ref reader, type);
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1: header = header with { Values = reader.Int32(kind) }; break;
                case 2: header = header with { Encoding = ReadEncoding(ref reader, kind) }; break;
                case 3: header = header with { DefinitionEncoding = ReadEncoding(ref reader, kind) }; break;
                case 4: header = header with { RepetitionEncoding = ReadEncoding(ref reader, kind) }; break;
                default: reader.Skip(kind); break;
            }
        }
        return End(ref reader, enclosing, header);
    }

    public static PageHeader ReadDictionary(ref CompactReader reader, CompactType type)
    {
        var header = new PageHeader(PageType.Dictionary, 0, 0) { Values = -1 };
        var enclosing = Begin(ref reader, type);
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1: header = header with { Values = reader.Int32(kind) }; break;
                case 2: header = header with { Encoding = ReadEncoding(ref reader, kind) }; break;
                default: reader.Skip(kind); break;
            }
        }
        return End(ref reader, enclosing, header);
    }

    public static PageHeader ReadDataV2(ref CompactReader reader, CompactType type)
    {
        var header = new PageHeader(PageType.DataV2, 0, 0) { Values = -1 };
        var enclosing = Begin(ref reader, type);
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1: header = header with { Values = reader.Int32(kind) }; break;
                case 4: header = header with { Encoding = ReadEncoding(ref reader, kind) }; break;
                case 5: header = header with { DefinitionBytes = Checked.NotNegative(reader.Int32(kind), "the size of definition levels") }; break;
                case 6: header = header with { RepetitionBytes = Checked.NotNegative(reader.Int32(kind), "the size of repetition levels") }; break;
                case 7: header = header with { IsCompressed = reader.Boolean(kind) }; break;
                default: reader.Skip(kind); break;
            }
        }
        return End(ref reader, enclosing, header);
    }

    private static int Begin(ref CompactReader reader, CompactType type)
        => type == CompactType.Struct ? reader.BeginStruct() : throw new CorruptDataException("page details are not a struct");

    private static PageHeader End(ref CompactReader reader, int enclosing, PageHeader header)
    {
        reader.EndStruct(enclosing);
        Checked.NotNegative(header.Values, "the page's number of values");
        return header;
    }

    private static Encoding ReadEncoding(ref CompactReader reader, CompactType kind)
        => Checked.Defined<Encoding>(reader.Int32(kind), "encoding");
}
