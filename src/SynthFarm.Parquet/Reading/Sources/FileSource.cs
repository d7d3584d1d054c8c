using Microsoft.Win32.SafeHandles;

namespace SynthFarm.Parquet.Reading.Sources;

/// <summary>A file on disk, read by position.</summary>
internal sealed class FileSource : IParquetSource
{
    private readonly SafeFileHandle handle;

    public FileSource(string path)
    {
        Name = path;
        handle = File.OpenHandle(path, options: FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(handle);
    }

    public string Name { get; }

    public long Length { get; }

    public int Read(long offset, Span<byte> buffer) => RandomAccess.Read(handle, buffer, offset);

    public void Dispose() => handle.Dispose();
}
