using System.Globalization;
using Microsoft.Win32.SafeHandles;
using SynthFarm.Corpus.Durability;
using SynthFarm.Farm.Durability;

namespace SynthFarm.Farm.Journal;

/// <summary>The file the journal is in.</summary>
internal sealed class Segment : IDisposable
{
    private Segment(string path, int number, SafeFileHandle file, long length)
    {
        Path = path;
        Number = number;
        File = file;
        Length = length;
    }

    public string Path { get; }

    /// <summary>What messages call it.</summary>
    public string Name => $"journal/{System.IO.Path.GetFileName(Path)}";

    public int Number { get; }

    public SafeFileHandle File { get; }

    public long Length { get; private set; }

    public static string FileName(int number) => number.ToString("D6", CultureInfo.InvariantCulture) + ".journal";

    /// <summary>Numbers of the segments in a folder, highest first.</summary>
    public static IReadOnlyList<int> Numbers(string folder) => Directory.EnumerateFiles(folder, "*.journal")
        .Select(file => System.IO.Path.GetFileNameWithoutExtension(file))
        .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
        .Where(number => number > 0)
        .OrderDescending().ToList();

    /// <summary>Opens a segment that is there, for reading.</summary>
    public static Segment Open(string folder, int number)
    {
        var path = System.IO.Path.Combine(folder, FileName(number));
        var file = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return new Segment(path, number, file, RandomAccess.GetLength(file));
    }

    /// <summary>
    /// Creates a segment that holds the records of the given trees, copied from another, and puts it in place in one rename. Afterwards the
    /// trees' positions are those in the new segment.
    /// </summary>
    /// <param name="first">The segment's first record.</param>
    public static Segment Begin(
        string folder, int number, string configHash, byte[] first, Segment? from, IReadOnlyCollection<JournalTree> trees, ICrashPoints crashPoints)
    {
        var path = System.IO.Path.Combine(folder, FileName(number));
        var temporary = path + DurableFiles.TemporarySuffix;
        var file = System.IO.File.OpenHandle(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var segment = new Segment(path, number, file, 0);
        try
        {
            segment.Append([SegmentFormat.Header(number, configHash), first]);
            var moved = trees.Select(tree => (tree, tree.Records.Select(record => segment.Copy(record, from!)).ToList())).ToList();
            segment.Flush();
            crashPoints.Reach(FarmCrashPoint.SegmentWritten);
            DurableFiles.Replace(temporary, path);
            crashPoints.Reach(FarmCrashPoint.SegmentRenamed);
            foreach (var (tree, records) in moved)
            {
                tree.Records = records;
            }

            return segment;
        }
        catch
        {
            segment.Dispose();
            throw;
        }
    }

    public void Append(byte[] bytes) => Append([bytes]);

    /// <summary>Appends several frames with one write.</summary>
    public void Append(IReadOnlyList<byte[]> frames)
    {
        try
        {
            RandomAccess.Write(File, frames.Select(frame => new ReadOnlyMemory<byte>(frame)).ToList(), Length);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw DurableFiles.TooLarge(Path, e);
        }

        Length += frames.Sum(frame => (long)frame.Length);
    }

    public void Flush() => RandomAccess.FlushToDisk(File);

    /// <summary>The frame of a record, checked.</summary>
    public byte[] ReadFrame(RecordPosition record)
    {
        var frame = new byte[record.Length];
        SegmentScan.Read(File, frame, record.Offset, Name);
        return SegmentFormat.IsIntact(frame) ? frame : throw SegmentScan.Damaged(Name, record.Offset, "its contents do not match their checksum");
    }

    public void Dispose() => File.Dispose();

    private RecordPosition Copy(RecordPosition record, Segment from)
    {
        var position = new RecordPosition(Length, record.Length);
        Append(from.ReadFrame(record));
        return position;
    }
}
