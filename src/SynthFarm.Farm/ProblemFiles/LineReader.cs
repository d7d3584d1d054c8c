using System.Security.Cryptography;

namespace SynthFarm.Farm.ProblemFiles;

/// <summary>
/// Splits a stream into lines at line feeds, carriage returns before them left out, and hashes everything that passes. Memory is bounded by
/// the longest line allowed: of longer lines only the length is kept.
/// </summary>
internal sealed class LineReader(Stream stream, int maxLineBytes) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>SHA-256 of everything read, 64 hex digits; the file's when all lines were read.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Bytes read.</summary>
    public long Length { get; private set; }

    public IEnumerable<FileLine> Read()
    {
        var offset = 0L;
        for (var number = 1; TryReadLine(out var bytes, out var consumed); number++)
        {
            var content = consumed <= bytes.Length + 1L ? bytes : default;
            var length = content.IsEmpty ? Math.Max(0, consumed - 1) : content.Length;
            if (!content.IsEmpty && content.Span[^1] == (byte)'\r')
            {
                content = content[..^1];
                length--;
            }

            yield return new FileLine(number, offset, length, length > maxLineBytes ? default : content);
            offset += consumed;
        }
    }

    public void Dispose() => _hash.Dispose();

    /// <param name="bytes">The line's beginning: all of it unless it is too long.</param>
    /// <param name="consumed">The line's bytes with its line feed.</param>
    private bool TryReadLine(out ReadOnlyMemory<byte> bytes, out long consumed)
    {
        var dropped = 0L;
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0 || _atEnd)
            {
                var length = at >= 0 ? searched + at : _end - _start;
                bytes = dropped > 0 ? default : _buffer.AsMemory(_start, length);
                consumed = dropped + length + (at >= 0 ? 1 : 0);
                _start += length + (at >= 0 ? 1 : 0);
                return at >= 0 || consumed > 0;
            }

            searched = _end - _start;
            if (dropped > 0 || searched > maxLineBytes + 2)
            {
                dropped += searched;
                _start = _end = searched = 0;
            }

            Fill();
        }
    }

    private void Fill()
    {
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
        _hash.AppendData(_buffer, _end, read);
        _atEnd = read == 0;
        _end += read;
        Length += read;
    }
}
