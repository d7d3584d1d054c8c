using SynthFarm.Formats.Faults;

namespace SynthFarm.Formats.Sources.Compression;

/// <summary>A decompressed stream that stops where more comes out than is allowed, or than the compressed bytes can honestly hold.</summary>
internal sealed class BoundedInflation(string name, FileStream compressed, Stream inflated, InputLimits limits) : Stream
{
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <exception cref="ImportException">A limit is passed; the message names it.</exception>
    /// <exception cref="InvalidDataException">The compressed data is damaged or cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = inflated.Read(buffer);
        _length += read;
        if (limits.MaxInflatedBytes > 0 && _length > limits.MaxInflatedBytes)
        {
            throw new ImportException($"{name}: becomes more than {limits.MaxInflatedBytes} bytes when it is decompressed, the limit --max-inflated-bytes; nothing of it was taken.");
        }

        if (_length > InputLimits.RatioFloorBytes && _length > limits.MaxRatio * compressed.Length)
        {
            throw new ImportException(
                $"{name}: {compressed.Length} bytes became more than {_length} when decompressed, over {limits.MaxRatio} times as many, the limit --max-ratio; nothing of it was taken.");
        }

        return read;
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
            inflated.Dispose();
            compressed.Dispose();
        }

        base.Dispose(disposing);
    }
}
