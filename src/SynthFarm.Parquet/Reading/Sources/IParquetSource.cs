namespace SynthFarm.Parquet.Reading.Sources;

/// <summary>Where a file's bytes come from: a local file, a stream, or a store that serves ranges.</summary>
/// <remarks>Reads may come from several threads at once. What goes wrong below (an I/O error) is thrown as it is.</remarks>
public interface IParquetSource : IDisposable
{
    /// <summary>Name for messages, such as the path.</summary>
    string Name { get; }

    /// <summary>Bytes of the file. It does not change.</summary>
    long Length { get; }

    /// <summary>Reads at most <paramref name="buffer"/>'s length from <paramref name="offset"/> on; 0 only at the end.</summary>
    int Read(long offset, Span<byte> buffer);
}
