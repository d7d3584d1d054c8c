namespace SynthFarm.Parquet.Compression;

/// <summary>Decompresses a stream of zstd frames by libzstd, with memory bounded by a frame's window (at most 128 MiB, as libzstd allows).</summary>
/// <remarks>Needs <see cref="Zstd.IsAvailable"/>. Reads only; disposes the stream below.</remarks>
public sealed class ZstdInflation : Stream
{
    private readonly Stream compressed;
    private readonly ZstdInflationContext context = new();
    private readonly byte[] input = new byte[64 << 10];
    private int start;
    private int end;
    private bool isInFrame;

    /// <param name="compressed">One or more whole frames.</param>
    /// <exception cref="PlatformNotSupportedException">libzstd is not installed.</exception>
    public ZstdInflation(Stream compressed) => this.compressed = compressed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The data is damaged or ends within a frame.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        while (true)
        {
            if (start == end && !Fill())
            {
                // Bytes that wait within the decoder come out without further input.
                var rest = isInFrame ? Decompress(buffer) : 0;
                return rest > 0 || !isInFrame ? rest : throw new InvalidDataException("The zstd data ends within a frame.");
            }
            if (Decompress(buffer) is > 0 and var got) return got;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            context.Dispose();
            compressed.Dispose();
        }
        base.Dispose(disposing);
    }

    private bool Fill()
    {
        start = 0;
        end = compressed.Read(input);
        return end > 0;
    }

    private int Decompress(Span<byte> buffer)
    {
        isInFrame = Zstd.Inflate(context.DangerousGetHandle(), input.AsSpan(start, end - start), buffer, out var consumed, out var produced);
        start += consumed;
        return produced;
    }
}
