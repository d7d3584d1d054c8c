using System.Buffers;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Sources.JsonText;

namespace SynthFarm.Formats.Exporting.Sinks;

/// <summary>Keeps records in a file beside the output until all columns are known, then writes the table. Memory holds one record.</summary>
internal sealed class TableSink : IRecordSink
{
    private readonly OutputFile _file;
    private readonly ITable _table;
    private readonly string _scratch;
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly FileStream _records;

    public TableSink(OutputFile file, ITable table)
    {
        (_file, _table) = (file, table);
        _scratch = file.Beside(".tmp-rows");
        _records = new FileStream(_scratch, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
    }

    public void Add(RecordValue record)
    {
        _table.Observe(record);
        _buffer.ResetWrittenCount();
        RecordJson.Write(_buffer, record);
        _records.Write(_buffer.WrittenSpan);
        _records.WriteByte((byte)'\n');
    }

    public void Complete()
    {
        _records.Position = 0;
        _table.Write(_file.Stream, Records());
        _file.Complete();
    }

    public void Dispose()
    {
        _records.Dispose();
        _file.Dispose();
    }

    private IEnumerable<RecordValue> Records()
    {
        var bytes = new ByteReader(_records);
        foreach (var piece in new LinePieces(bytes, int.MaxValue - 4).Read(mark: 0))
        {
            yield return new RecordParser(piece.Position, (_, _, message) => throw new InvalidOperationException(message)).Parse(piece.Bytes.Span)!;
        }
    }
}
