namespace SynthFarm.Parquet.Reading.Sources;

/// <summary>A stream that seeks, one read at a time.</summary>
internal sealed class StreamSource(Stream stream, string name, bool leaveOpen) : IParquetSource
{
    private readonly Lock gate = new();

    public string Name => name;

    public long Length { get; } = stream.CanSeek
        ? stream.Length
        : throw new ArgumentException("Reading Parquet needs a stream that seeks: its footer is at the end.", nameof(stream));

    public int Read(long offset, Span<byte> buffer)
    {
        lock (gate)
        {
            stream.Position = offset;
            return stream.Read(buffer);
        }
    }

    public void Dispose()
    {
        if (!leaveOpen) stream.Dispose();
    }
}
