using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Metadata;

/// <summary>PageEncodingStats in parquet.thrift: how many pages of a kind a chunk has.</summary>
internal sealed record PageEncodingCount(PageType Type, Encoding Encoding, int Count)
{
    public void Write(CompactWriter writer)
    {
        writer.BeginStruct();
        writer.Int32(1, (int)Type);
        writer.Int32(2, (int)Encoding);
        writer.Int32(3, Count);
        writer.EndStruct();
    }
}
