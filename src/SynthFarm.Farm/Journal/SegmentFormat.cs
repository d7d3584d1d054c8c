using System.Buffers.Binary;
using System.Numerics;

namespace SynthFarm.Farm.Journal;

/// <summary>
/// The bytes of a segment. A header of 48 bytes: magic and version, the segment's number, the run's configuration hash, CRC-32C of these.
/// Then records: length (4), CRC-32C of the length (4), payload, CRC-32C of the payload (4), a line feed. All numbers little endian.
/// </summary>
/// <remarks>
/// The length has a checksum of its own so that a damaged length cannot pass for an unfinished record, which would hide all that follows it.
/// The closing line feed tells a record whose last bytes never reached the disk (they read as zero) from one that was changed.
/// </remarks>
internal static class SegmentFormat
{
    public const int HeaderSize = 48;
    public const int FrameSize = 13;
    public const int MaxPayload = 256 << 20;
    private const byte EndMark = (byte)'\n';

    private static ReadOnlySpan<byte> Magic => "SFJRNL\u0001\0"u8;

    public static byte[] Header(int number, string configHash)
    {
        var header = new byte[HeaderSize];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), number);
        Convert.FromHexString(configHash, header.AsSpan(12, 32), out _, out _);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(44), Crc32C(header.AsSpan(0, 44)));
        return header;
    }

    /// <summary>What is wrong with a header, or null.</summary>
    public static string? HeaderFault(ReadOnlySpan<byte> header, int number, string configHash)
    {
        if (!header.StartsWith(Magic[..6]))
        {
            return "the file does not begin as a journal does";
        }

        if (Crc32C(header[..44]) != BinaryPrimitives.ReadUInt32LittleEndian(header[44..]))
        {
            return "the header's checksum does not match";
        }

        return !header[..8].SequenceEqual(Magic) ? $"version {header[6]} of the format is not known"
            : BinaryPrimitives.ReadInt32LittleEndian(header[8..]) != number ? "the file was renamed from another segment"
            : Convert.ToHexStringLower(header.Slice(12, 32)) != configHash ? "it belongs to a run of another configuration"
            : null;
    }

    public static byte[] Frame(ReadOnlySpan<byte> payload)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload.Length, MaxPayload);
        var frame = new byte[payload.Length + FrameSize];
        BinaryPrimitives.WriteInt32LittleEndian(frame, payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), Crc32C(frame.AsSpan(0, 4)));
        payload.CopyTo(frame.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(8 + payload.Length), Crc32C(payload));
        frame[^1] = EndMark;
        return frame;
    }

    /// <summary>The length a frame's first eight bytes state, or -1 when they do not match their checksum.</summary>
    public static int PayloadLength(ReadOnlySpan<byte> start)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(start);
        return Crc32C(start[..4]) == BinaryPrimitives.ReadUInt32LittleEndian(start[4..]) && length is >= 0 and <= MaxPayload ? length : -1;
    }

    /// <summary>Whether a complete frame is as it was written.</summary>
    public static bool IsIntact(ReadOnlySpan<byte> frame)
    {
        var length = PayloadLength(frame);
        return length == frame.Length - FrameSize && frame[^1] == EndMark
            && Crc32C(frame.Slice(8, length)) == BinaryPrimitives.ReadUInt32LittleEndian(frame[(8 + length)..]);
    }

    public static ReadOnlySpan<byte> Payload(ReadOnlySpan<byte> frame) => frame[8..^5];

    /// <summary>CRC-32C (Castagnoli, as in RFC 3720).</summary>
    public static uint Crc32C(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        for (; data.Length >= 8; data = data[8..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
        }

        foreach (var b in data)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }
}
