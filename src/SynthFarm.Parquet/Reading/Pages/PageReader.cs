using System.Buffers.Binary;
using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Encodings;
using SynthFarm.Parquet.Metadata;
using SynthFarm.Parquet.Reading.Sources;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Thrift;
using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Reading.Pages;

/// <summary>Reads the pages of one column chunk in order: checksum, decompression, split into levels and values.</summary>
/// <exception cref="CorruptDataException">A page is damaged.</exception>
internal sealed class PageReader(RangeReader range, ColumnChunk chunk, SchemaNode node, ParquetReaderOptions options)
{
    private const int UsualHeader = 1 << 10;
    private const int LargestHeader = 16 << 20;

    private byte[] buffer = [];
    private int taken;

    /// <summary>Number of the page read last, dictionary included, from 0.</summary>
    public int PageNumber { get; private set; }

    /// <summary>Where the header of the page read last starts.</summary>
    public long PageOffset { get; private set; }

    /// <summary>Reads the chunk's dictionary page, which is its first if it has one.</summary>
    public bool TryReadDictionary(out int values, out ReadOnlyMemory<byte> bytes)
    {
        values = 0;
        bytes = default;
        if (range.Left == 0) return false;
        var header = PeekHeader(out var headerSize);
        if (header.Type != PageType.Dictionary) return false;
        TakeHeader(headerSize);
        values = header.Values;
        bytes = ReadBody(header, header.UncompressedSize, isCompressed: true);
        if (header.Encoding is not (Encoding.Plain or Encoding.PlainDictionary)) throw new CorruptDataException($"a dictionary in encoding {header.Encoding}");
        return true;
    }

    /// <summary>Reads the next data page; false at the chunk's end.</summary>
    public bool TryRead(out DataPage page)
    {
        page = default;
        while (range.Left > 0)
        {
            var header = PeekHeader(out var headerSize);
            TakeHeader(headerSize);
            switch (header.Type)
            {
                case PageType.Data:
                    page = SplitV1(header, ReadBody(header, header.UncompressedSize, isCompressed: true));
                    return true;
                case PageType.DataV2:
                    page = ReadV2(header);
                    return true;
                case PageType.Dictionary:
                    throw new CorruptDataException("a dictionary behind data pages");
                default:
                    range.Take(header.CompressedSize);
                    break;
            }
        }
        return false;
    }

    private PageHeader PeekHeader(out int size)
    {
        PageNumber = taken;
        PageOffset = range.Position;
        for (var window = UsualHeader;; window *= 8)
        {
            var bytes = range.Peek(window);
            try
            {
                var reader = new CompactReader(bytes);
                var header = PageHeader.Read(ref reader);
                size = reader.Position;
                return header;
            }
            catch (CorruptDataException) when (bytes.Length < range.Left && window < LargestHeader)
            {
                // The header may go on behind the window.
            }
        }
    }

    private void TakeHeader(int size)
    {
        range.Take(size);
        taken++;
    }

    private ReadOnlyMemory<byte> ReadBody(PageHeader header, int uncompressedSize, bool isCompressed)
    {
        var codec = isCompressed ? chunk.Codec : 0;
        CheckSize(codec, header.CompressedSize, uncompressedSize);
        var body = Take(header);
        return Decompress(codec, body, uncompressedSize);
    }

    private DataPage ReadV2(PageHeader header)
    {
        var levels = (long)header.RepetitionBytes + header.DefinitionBytes;
        if (levels > header.CompressedSize || levels > header.UncompressedSize) throw new CorruptDataException($"{levels} bytes of levels in a page of {header.CompressedSize}");
        var codec = header.IsCompressed ? chunk.Codec : 0;
        var uncompressed = header.UncompressedSize - (int)levels;
        CheckSize(codec, header.CompressedSize - (int)levels, uncompressed);
        var body = Take(header);
        var repetitions = body.AsMemory(0, header.RepetitionBytes);
        var definitions = body.AsMemory(header.RepetitionBytes, header.DefinitionBytes);
        var values = body.Count == levels && uncompressed == 0 ? default : Decompress(codec, body[(int)levels..], uncompressed);
        return new DataPage(header.Values, header.Encoding, repetitions, definitions, values, header.UncompressedSize);
    }

    private void CheckSize(int codec, int compressed, int uncompressed)
    {
        if (uncompressed > options.MaxPageBytes)
            throw new CorruptDataException($"a page of {uncompressed} bytes, where {nameof(options.MaxPageBytes)} allows {options.MaxPageBytes}");
        PageDecompressor.CheckSize(codec, compressed, uncompressed);
    }

    private ArraySegment<byte> Take(PageHeader header)
    {
        var body = range.Take(header.CompressedSize);
        if (options.VerifyChecksums && header.Crc is { } expected && (int)Crc32.Compute(body) is var found && found != expected)
            throw new CorruptDataException($"the checksum is {found:x8} where the header has {expected:x8}");
        return body;
    }

    private ReadOnlyMemory<byte> Decompress(int codec, ArraySegment<byte> body, int size)
    {
        if (codec == 0)
        {
            if (body.Count != size) throw new CorruptDataException($"the page has {body.Count} bytes where it declares {size}");
            return body;
        }
        if (buffer.Length < size) buffer = GC.AllocateUninitializedArray<byte>(size);
        PageDecompressor.Decompress(codec, body, buffer.AsSpan(0, size));
        return buffer.AsMemory(0, size);
    }

    private DataPage SplitV1(PageHeader header, ReadOnlyMemory<byte> body)
    {
        var repetitions = node.Repetition > 0 ? Levels(header.RepetitionEncoding, ref body) : default;
        var definitions = node.Definition > 0 ? Levels(header.DefinitionEncoding, ref body) : default;
        return new DataPage(header.Values, header.Encoding, repetitions, definitions, body, header.UncompressedSize);
    }

    private static ReadOnlyMemory<byte> Levels(Encoding encoding, ref ReadOnlyMemory<byte> body)
    {
        if (encoding != Encoding.Rle) throw new CorruptDataException($"levels in encoding {encoding}, which is not supported");
        var size = body.Length >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(body.Span) : -1;
        if (size < 0 || size > body.Length - 4) throw new CorruptDataException("the levels end early");
        var levels = body.Slice(4, size);
        body = body[(4 + size)..];
        return levels;
    }
}
