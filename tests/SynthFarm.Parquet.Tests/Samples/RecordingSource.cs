using SynthFarm.Parquet.Reading.Sources;

namespace SynthFarm.Parquet.Tests.Samples;

/// <summary>A file in memory that counts what is read of it.</summary>
internal sealed class RecordingSource(byte[] file) : IParquetSource
{
    public string Name => "recorded.parquet";

    public long Length => file.Length;

    /// <summary>Bytes read so far.</summary>
    public long BytesRead { get; private set; }

    public int Read(long offset, Span<byte> target)
    {
        var size = (int)Math.Min(target.Length, file.Length - offset);
        file.AsSpan((int)offset, size).CopyTo(target);
        BytesRead += size;
        return size;
    }

    public void Dispose()
    {
    }
}
