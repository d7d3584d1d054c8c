using SynthFarm.Parquet.Buffers;

namespace SynthFarm.Parquet.Compression;

/// <summary>Zstd by libzstd; one frame per page.</summary>
internal sealed class ZstdCompressor : PageCompressor
{
    public const int DefaultLevel = 3;

    private readonly int level;
    private readonly ZstdContext context;

    public ZstdCompressor(int level)
    {
        if (!Zstd.IsAvailable) throw new PlatformNotSupportedException("Compression is Zstd, and libzstd is not installed; use Gzip or install it (libzstd1).");
        if (level < 1 || level > Zstd.MaxLevel) throw new ArgumentOutOfRangeException(nameof(level), level, $"CompressionLevel of zstd is outside 1 to {Zstd.MaxLevel}.");
        this.level = level;
        context = new ZstdContext();
    }

    public override CompressionCodec Codec => CompressionCodec.Zstd;

    public override void Compress(ReadOnlySpan<byte> page, ByteBuffer output)
        => output.Advance(Zstd.Compress(context.DangerousGetHandle(), output.Reserve(Zstd.Bound(page.Length)), page, level));

    public override void Dispose() => context.Dispose();
}
