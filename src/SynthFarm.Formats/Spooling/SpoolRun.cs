using System.Buffers.Binary;

namespace SynthFarm.Formats.Spooling;

/// <summary>Reads a sorted file of a spool.</summary>
internal sealed class SpoolRun(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 << 10, FileOptions.SequentialScan);
    private readonly byte[] _header = new byte[Spool.HeaderBytes];
    private byte[] _payload = [];

    public SpoolEntry Current { get; private set; }

    public static void Write(string path, IEnumerable<SpoolEntry> entries)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 64 << 10);
        var header = new byte[Spool.HeaderBytes];
        foreach (var entry in entries)
        {
            Spool.WriteHeader(header, entry);
            file.Write(header);
            file.Write(entry.Payload.Span);
        }
    }

    public bool MoveNext()
    {
        if (_file.ReadAtLeast(_header, 1, throwOnEndOfStream: false) is var read && read == 0)
        {
            return false;
        }

        _file.ReadExactly(_header.AsSpan(read));
        var length = BinaryPrimitives.ReadInt32LittleEndian(_header.AsSpan(24));
        if (_payload.Length < length)
        {
            _payload = new byte[Math.Max(length, 2 * _payload.Length)];
        }

        _file.ReadExactly(_payload.AsSpan(0, length));
        Current = new SpoolEntry(BinaryPrimitives.ReadUInt128LittleEndian(_header), BinaryPrimitives.ReadInt64LittleEndian(_header.AsSpan(16)), _payload.AsMemory(0, length));
        return true;
    }

    public void Dispose() => _file.Dispose();
}
