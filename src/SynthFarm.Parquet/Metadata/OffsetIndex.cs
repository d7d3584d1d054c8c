using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Metadata;

/// <summary>OffsetIndex in parquet.thrift: where a chunk's data pages lie.</summary>
internal sealed record OffsetIndex(IReadOnlyList<PageLocation> Pages)
{
    public void Write(CompactWriter writer)
    {
        writer.BeginStruct();
        writer.BeginList(1, CompactType.Struct, Pages.Count);
        foreach (var page in Pages)
        {
            writer.BeginStruct();
            writer.Int64(1, page.Offset);
            writer.Int32(2, page.Size);
            writer.Int64(3, page.FirstRow);
            writer.EndStruct();
        }
        writer.EndStruct();
    }

    public static OffsetIndex Read(ref CompactReader reader)
    {
        PageLocation[]? pages = null;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            if (field != 1)
            {
                reader.Skip(kind);
                continue;
            }
            pages = new PageLocation[reader.List(kind, CompactType.Struct)];
            for (var i = 0; i < pages.Length; i++) pages[i] = ReadLocation(ref reader);
        }
        reader.EndStruct(enclosing);
        return new OffsetIndex(pages ?? throw new CorruptDataException("the offset index has no pages"));
    }

    private static PageLocation ReadLocation(ref CompactReader reader)
    {
        long offset = 0, firstRow = 0;
        var size = 0;
        var enclosing = reader.BeginStruct();
        while (reader.Next(out var field, out var kind))
        {
            switch (field)
            {
                case 1: offset = reader.Int64(kind); break;
                case 2: size = reader.Int32(kind); break;
                case 3: firstRow = reader.Int64(kind); break;
                default: reader.Skip(kind); break;
            }
        }
        reader.EndStruct(enclosing);
        return new PageLocation(offset, size, firstRow);
    }
}
