using System.IO.Compression;
using SynthFarm.Parquet.Buffers;

namespace SynthFarm.Parquet.Compression;

/// <summary>Gzip by the framework; one member per page.</summary>
internal sealed class GzipCompressor : PageCompressor
{
    public const int DefaultLevel = 6;

    private readonly ZLibCompressionOptions options;

    public GzipCompressor(int level)
    {
        if (level is < 0 or > 9) throw new ArgumentOutOfRangeException(nameof(level), level, "CompressionLevel of gzip is outside 0 to 9.");
        options = new ZLibCompressionOptions { CompressionLevel = level };
    }

    public override CompressionCodec Codec => CompressionCodec.Gzip;

    public override void Compress(ReadOnlySpan<byte> page, ByteBuffer output)
    {
        using var gzip = new GZipStream(new ByteBufferStream(output), options);
        gzip.Write(page);
    }

    public override void Dispose()
    {
    }
}
