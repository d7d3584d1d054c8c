using System.Buffers;
using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Exporting.Sinks;

/// <summary>Writes JSON lines, or one array with an item a line.</summary>
internal sealed class JsonSink(OutputFile file, bool isArray) : IRecordSink
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private bool _isFirst = true;

    public void Add(RecordValue record)
    {
        _buffer.ResetWrittenCount();
        RecordJson.Write(_buffer, record);
        if (isArray)
        {
            file.Stream.Write(_isFirst ? "[\n"u8 : ",\n"u8);
        }

        file.Stream.Write(_buffer.WrittenSpan);
        if (!isArray)
        {
            file.Stream.WriteByte((byte)'\n');
        }

        _isFirst = false;
    }

    public void Complete()
    {
        if (isArray)
        {
            file.Stream.Write(_isFirst ? "[]\n"u8 : "\n]\n"u8);
        }

        file.Complete();
    }

    public void Dispose() => file.Dispose();
}
