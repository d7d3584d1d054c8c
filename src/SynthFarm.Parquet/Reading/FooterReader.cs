using System.Buffers.Binary;
using SynthFarm.Parquet.Metadata;
using SynthFarm.Parquet.Reading.Sources;
using SynthFarm.Parquet.Thrift;

namespace SynthFarm.Parquet.Reading;

/// <summary>Finds and reads a file's footer.</summary>
internal static class FooterReader
{
    private const int Magic = 4;
    private const int Tail = 8;

    /// <exception cref="CorruptDataException">There is no whole footer.</exception>
    public static FileMetadata Read(IParquetSource source, out long footerStart)
    {
        if (source.Length < Magic + Tail) throw new CorruptDataException($"the file has {source.Length} bytes, too few for Parquet");
        Span<byte> magic = stackalloc byte[Magic];
        Fill(source, 0, magic);
        CheckMagic(magic, "start");
        Span<byte> tail = stackalloc byte[Tail];
        Fill(source, source.Length - Tail, tail);
        CheckMagic(tail[4..], "end");
        var length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (length > source.Length - Magic - Tail || length > int.MaxValue)
            throw new CorruptDataException($"a footer of {length} bytes in a file of {source.Length}");
        footerStart = source.Length - Tail - length;
        return Parse(ReadBytes(source, footerStart, (int)length));
    }

    /// <summary>Reads bytes whose number was checked against the file's length.</summary>
    public static byte[] ReadBytes(IParquetSource source, long offset, int length)
    {
        var bytes = new byte[length];
        Fill(source, offset, bytes);
        return bytes;
    }

    private static FileMetadata Parse(byte[] bytes)
    {
        var reader = new CompactReader(bytes);
        return FileMetadata.Read(ref reader);
    }

    private static void CheckMagic(ReadOnlySpan<byte> magic, string where)
    {
        if (magic.SequenceEqual("PARE"u8)) throw new CorruptDataException("the footer is encrypted, which is not supported");
        if (!magic.SequenceEqual("PAR1"u8)) throw new CorruptDataException($"the file's {where} is not PAR1; it is cut short or no Parquet file");
    }

    private static void Fill(IParquetSource source, long offset, Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            var got = source.Read(offset, target);
            if (got <= 0) throw new CorruptDataException($"the file ends at offset {offset}");
            offset += got;
            target = target[got..];
        }
    }
}
