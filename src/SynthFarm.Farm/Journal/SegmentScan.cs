using Microsoft.Win32.SafeHandles;

namespace SynthFarm.Farm.Journal;

/// <summary>Goes through a segment's records from the front and tells an unfinished end from damage.</summary>
internal static class SegmentScan
{
    /// <summary>Calls <paramref name="found"/> with every record in order.</summary>
    /// <returns>Where the unfinished end begins: the file's length when there is none.</returns>
    /// <exception cref="JournalException">A record is damaged; the message names file and offset.</exception>
    public static long Records(SafeFileHandle file, string name, Action<RecordPosition, byte[]> found)
    {
        var size = RandomAccess.GetLength(file);
        var written = EndOfWritten(file, size);
        var start = new byte[8];
        for (var at = (long)SegmentFormat.HeaderSize; at < size;)
        {
            if (at >= written || size - at < start.Length)
            {
                return at;
            }

            Read(file, start, at, name);
            var length = SegmentFormat.PayloadLength(start);
            if (length < 0)
            {
                return written <= at + start.Length ? at : throw Damaged(name, at, "its length does not match its checksum");
            }

            var end = at + SegmentFormat.FrameSize + length;
            if (end > size)
            {
                return at;
            }

            var frame = new byte[SegmentFormat.FrameSize + length];
            Read(file, frame, at, name);
            if (!SegmentFormat.IsIntact(frame))
            {
                return written < end ? at : throw Damaged(name, at, "its contents do not match their checksum");
            }

            found(new RecordPosition(at, frame.Length), frame);
            at = end;
        }

        return size;
    }

    /// <summary>Fills the buffer from an offset.</summary>
    /// <exception cref="JournalException">The file is shorter than it was.</exception>
    public static void Read(SafeFileHandle file, Span<byte> buffer, long offset, string name)
    {
        while (buffer.Length > 0)
        {
            var read = RandomAccess.Read(file, buffer, offset);
            if (read == 0)
            {
                throw new JournalException($"{name}: ends at {offset}, where {buffer.Length} more bytes were written.");
            }

            buffer = buffer[read..];
            offset += read;
        }
    }

    public static JournalException Damaged(string name, long offset, string what) => new(
        $"{name}: the record at offset {offset} is damaged: {what}. Restore the file, or move the journal folder away: finished problems are safe in the corpus, unfinished ones are then done again.");

    /// <summary>The offset behind the last byte that is not zero: after a power cut a file may be longer than what reached the disk.</summary>
    private static long EndOfWritten(SafeFileHandle file, long size)
    {
        var buffer = new byte[64 << 10];
        for (var end = size; end > 0;)
        {
            var block = buffer.AsSpan(0, (int)Math.Min(buffer.Length, end));
            var count = RandomAccess.Read(file, block, end - block.Length);
            var last = block[..count].LastIndexOfAnyExcept((byte)0);
            if (last >= 0)
            {
                return end - block.Length + last + 1;
            }

            end -= block.Length;
        }

        return 0;
    }
}
