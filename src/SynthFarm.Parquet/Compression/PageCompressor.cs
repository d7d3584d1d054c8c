using SynthFarm.Parquet.Buffers;

namespace SynthFarm.Parquet.Compression;

/// <summary>Compresses one page at a time. Not thread-safe: each writer has its own.</summary>
internal abstract class PageCompressor : IDisposable
{
    public abstract CompressionCodec Codec { get; }

    /// <summary>Appends the compressed form of <paramref name="page"/> to <paramref name="output"/>.</summary>
    public abstract void Compress(ReadOnlySpan<byte> page, ByteBuffer output);

    public abstract void Dispose();

    /// <exception cref="ArgumentOutOfRangeException">The codec is unknown or the level outside the codec's range.</exception>
    /// <exception cref="PlatformNotSupportedException">The codec needs a library that is not installed.</exception>
    public static PageCompressor Create(CompressionCodec codec, int? level) => codec switch
    {
        CompressionCodec.None => new NoCompressor(),
        CompressionCodec.Gzip => new GzipCompressor(level ?? GzipCompressor.DefaultLevel),
        CompressionCodec.Zstd => new ZstdCompressor(level ?? ZstdCompressor.DefaultLevel),
        _ => throw new ArgumentOutOfRangeException(nameof(codec), codec, "Compression is not one of None, Gzip, Zstd."),
    };
}
