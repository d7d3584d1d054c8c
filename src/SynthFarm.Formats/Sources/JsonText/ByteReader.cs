namespace SynthFarm.Formats.Sources.JsonText;

/// <summary>Looks at a stream through one window of bytes that grows to the longest piece kept, and no further.</summary>
internal sealed class ByteReader(Stream stream) : IDisposable
{
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>What is in the window.</summary>
    public ReadOnlySpan<byte> Window => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Reads more behind the window; false at the end of the stream.</summary>
    public bool Grow()
    {
        if (_atEnd)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
        return read > 0;
    }

    /// <summary>Takes bytes off the window's front; they stay valid until the window grows.</summary>
    public ReadOnlyMemory<byte> Take(int count)
    {
        var taken = _buffer.AsMemory(_start, count);
        _start += count;
        return taken;
    }

    public void Dispose() => stream.Dispose();
}
