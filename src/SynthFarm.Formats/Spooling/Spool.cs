using System.Buffers.Binary;

namespace SynthFarm.Formats.Spooling;

/// <summary>
/// Sorts any number of entries in constant memory: what fits the buffer is sorted there, fuller buffers become sorted files, which are merged
/// when the entries are asked for.
/// </summary>
/// <param name="directory">Where the files go; created when the first is written, removed with the spool.</param>
/// <param name="bufferBytes">Size of the buffer; a larger entry has it grow to that entry's size.</param>
internal sealed class Spool(string directory, int bufferBytes = Spool.DefaultBufferBytes) : IDisposable
{
    public const int DefaultBufferBytes = 16 << 20;

    /// <summary>Bytes before each payload: key, sequence, length.</summary>
    internal const int HeaderBytes = 28;

    private const int MaxRuns = 64;

    private readonly List<string> _runs = [];
    private readonly List<(UInt128 Key, long Sequence, int Offset, int Length)> _index = [];
    private byte[] _buffer = new byte[64 << 10];
    private int _used;
    private int _files;

    public void Add(UInt128 key, long sequence, ReadOnlySpan<byte> payload)
    {
        if (_used > 0 && (_used + payload.Length > bufferBytes || _index.Count >= bufferBytes / 32))
        {
            WriteRun();
        }

        if (_used + payload.Length > _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Max(_used + (long)payload.Length, Math.Min(_buffer.Length * 2L, bufferBytes)));
        }

        payload.CopyTo(_buffer.AsSpan(_used));
        _index.Add((key, sequence, _used, payload.Length));
        _used += payload.Length;
    }

    /// <summary>Every entry in order of key and sequence. May be called once, after the last entry was added.</summary>
    public IEnumerable<SpoolEntry> Sorted()
    {
        if (_runs.Count == 0)
        {
            SortIndex();
            return _index.Select(entry => new SpoolEntry(entry.Key, entry.Sequence, _buffer.AsMemory(entry.Offset, entry.Length)));
        }

        if (_index.Count > 0)
        {
            WriteRun();
        }

        _buffer = [];
        while (_runs.Count > MaxRuns)
        {
            var merged = Merge(_runs.GetRange(0, MaxRuns));
            var path = NextFile();
            SpoolRun.Write(path, merged);
            _runs.GetRange(0, MaxRuns).ForEach(File.Delete);
            _runs.RemoveRange(0, MaxRuns);
            _runs.Add(path);
        }

        return Merge(_runs);
    }

    public void Dispose()
    {
        foreach (var run in _runs)
        {
            File.Delete(run);
        }

        if (Directory.Exists(directory) && !Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }

    internal static void WriteHeader(Span<byte> header, SpoolEntry entry)
    {
        BinaryPrimitives.WriteUInt128LittleEndian(header, entry.Key);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], entry.Sequence);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], entry.Payload.Length);
    }

    private static IEnumerable<SpoolEntry> Merge(IReadOnlyList<string> paths)
    {
        var runs = paths.Select(path => new SpoolRun(path)).ToList();
        try
        {
            var heads = new PriorityQueue<SpoolRun, (UInt128 Key, long Sequence)>();
            foreach (var run in runs.Where(run => run.MoveNext()))
            {
                heads.Enqueue(run, (run.Current.Key, run.Current.Sequence));
            }

            while (heads.TryDequeue(out var run, out _))
            {
                yield return run.Current;
                if (run.MoveNext())
                {
                    heads.Enqueue(run, (run.Current.Key, run.Current.Sequence));
                }
            }
        }
        finally
        {
            runs.ForEach(run => run.Dispose());
        }
    }

    private void WriteRun()
    {
        Directory.CreateDirectory(directory);
        SortIndex();
        var path = NextFile();
        SpoolRun.Write(path, _index.Select(entry => new SpoolEntry(entry.Key, entry.Sequence, _buffer.AsMemory(entry.Offset, entry.Length))));
        _runs.Add(path);
        _index.Clear();
        _used = 0;
    }

    private void SortIndex() => _index.Sort((x, y) => x.Key == y.Key ? x.Sequence.CompareTo(y.Sequence) : x.Key.CompareTo(y.Key));

    private string NextFile() => Path.Combine(directory, $"run-{_files++}.spool");
}
