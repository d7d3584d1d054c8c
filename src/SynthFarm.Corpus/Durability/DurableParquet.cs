using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Corpus.Durability;

/// <summary>A Parquet file that is hashed while it is written and flushed to the disk when it is complete.</summary>
internal sealed class DurableParquet<T> : IDisposable
{
    private readonly HashingStream _stream;
    private readonly ParquetWriter _writer;
    private readonly RowWriter<T> _rows;

    public DurableParquet(string path, RowMap<T> map, ParquetWriterOptions options)
    {
        Path = path;
        _stream = new HashingStream(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0));
        _writer = new ParquetWriter(_stream, map.Schema, options, leaveOpen: true);
        _rows = map.Bind(_writer);
    }

    public string Path { get; }

    public long RowCount => _writer.RowCount;

    public void Write(T row) => _rows.Write(row);

    /// <summary>Ends the file; when this returns it is on the disk.</summary>
    /// <param name="entryPath">The path under which a manifest lists it, from its SHA-256.</param>
    public FileEntry Complete(Func<string, string> entryPath)
    {
        _writer.Finish();
        var sha256 = _stream.Complete();
        return new FileEntry(entryPath(sha256), _writer.BytesWritten, sha256, _writer.RowCount);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }
}
