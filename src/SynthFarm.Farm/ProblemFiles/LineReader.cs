using System.Security.Cryptography;

namespace SynthFarm.Farm.ProblemFiles;

/// <summary>
/// Splits a stream into lines at line feeds, carriage returns before them left out, and hashes everything that passes. Memory is bounded by
/// the longest line allowed: of longer lines only the length is kept. Not thread-safe.
/// </summary>
/// <param name="stream">Read from where it stands to its end; left open.</param>
/// <param name="maxLineBytes">The longest line allowed, without its line break.</param>
public sealed class LineReader(Stream stream, int maxLineBytes) : IDisposable
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

    /// <summary>The lines in order, once. A last one without a line feed counts when there is anything in it.</summary>
    public IEnumerable<FileLine> Read()
    {
        var offset = 0L;
        for (var number = 1; TryReadLine(out var content, out var length, out var hasLineFeed); number++)
        {
            var next = offset + length + (hasLineFeed ? 1 : 0);
            if (!content.IsEmpty && content.Span[^1] == (byte)'\r')
            {
                content = content[..^1];
                length--;
            }

            yield return new FileLine(number, offset, length, length > maxLineBytes ? default : content);
            offset = next;
        }
    }

    public void Dispose() => _hash.Dispose();

    /// <param name="content">The line without its line feed; empty when it was too long to be kept.</param>
    /// <param name="length">The line's bytes without its line feed.</param>
    private bool TryReadLine(out ReadOnlyMemory<byte> content, out long length, out bool hasLineFeed)
    {
        var dropped = 0L;
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            hasLineFeed = at >= 0;
            if (hasLineFeed || _atEnd)
            {
                var kept = hasLineFeed ? searched + at : _end - _start;
                content = dropped > 0 ? default : _buffer.AsMemory(_start, kept);
                length = dropped + kept;
                _start += kept + (hasLineFeed ? 1 : 0);
                return hasLineFeed || length > 0;
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
