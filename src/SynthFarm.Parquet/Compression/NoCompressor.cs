using SynthFarm.Parquet.Buffers;

namespace SynthFarm.Parquet.Compression;

/// <summary>Leaves pages as they are.</summary>
internal sealed class NoCompressor : PageCompressor
{
    public override CompressionCodec Codec => CompressionCodec.None;

    public override void Compress(ReadOnlySpan<byte> page, ByteBuffer output) => output.Write(page);

    public override void Dispose()
    {
    }
}
