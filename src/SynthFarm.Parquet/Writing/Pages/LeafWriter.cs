using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Encodings;
using SynthFarm.Parquet.Metadata;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Thrift;
using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>Collects one leaf's entries, cuts them into pages at row boundaries, and holds the row group's finished pages.</summary>
/// <remarks>
/// Data pages are of version 1: every reader takes them, and with compressed levels the files are smaller than those of version 2, whose
/// only gain, levels that can be read without decompression, no reader of these files uses.
/// </remarks>
internal sealed class LeafWriter
{
    private readonly SchemaNode node;
    private readonly ParquetWriterOptions options;
    private readonly PageCompressor compressor;
    private readonly ChunkIndex index;
    private readonly ValueList<byte> repetitions = new();
    private readonly ValueList<byte> definitions = new();
    private readonly PageScratch scratch;
    private readonly BlockBuffer chunk;
    private readonly Dictionary<Encoding, int> encodings = [];
    private int pageEntries;
    private int pageRows;
    private long chunkEntries;
    private long chunkRows;
    private long chunkRawBytes;
    private long uncompressedSize;

    public LeafWriter(SchemaNode node, ParquetWriterOptions options, PageCompressor compressor, PageScratch scratch)
    {
        this.node = node;
        this.options = options;
        this.compressor = compressor;
        this.scratch = scratch;
        chunk = new BlockBuffer(scratch.Blocks);
        var type = ((PrimitiveColumn)node.Column).Type;
        index = new ChunkIndex(new BoundOrder(type));
        Values = type switch
        {
            PrimitiveType.Boolean => new BooleanPageValues(),
            PrimitiveType.Int32 => new FixedPageValues<int>(options.DictionaryBytes, scratch, scratch.Int32s),
            PrimitiveType.Int64 => new FixedPageValues<long>(options.DictionaryBytes, scratch, scratch.Int64s),
            PrimitiveType.Float => new FixedPageValues<float>(options.DictionaryBytes, scratch, scratch.Floats),
            PrimitiveType.Double => new FixedPageValues<double>(options.DictionaryBytes, scratch, scratch.Doubles),
            PrimitiveType.String => new BinaryPageValues(isText: true, options.DictionaryBytes, options.BoundBytes, scratch),
            PrimitiveType.Bytes => new BinaryPageValues(isText: false, options.DictionaryBytes, options.BoundBytes, scratch),
            _ => throw new ArgumentException($"Column \"{node.DottedPath}\" is of type {type}, which can be read but not written."),
        };
    }

    public PageValues Values { get; }

    /// <summary>Raw size of the row group so far, levels left out.</summary>
    public long RawBytes => chunkRawBytes + Values.RawBytes;

    /// <summary>An entry's levels; its value, if it has one, is added to <see cref="Values"/>.</summary>
    public void AddLevels(int repetition, int definition)
    {
        pageEntries++;
        if (node.Repetition > 0) repetitions.Add((byte)repetition);
        if (node.Definition > 0) definitions.Add((byte)definition);
    }

    /// <summary>Levels of <paramref name="count"/> values in a row: the first has its own repetition level, the others continue the innermost list.</summary>
    public void AddItems(int firstRepetition, int count)
    {
        if (count == 0) return;
        pageEntries += count;
        definitions.Fill((byte)node.Definition, count);
        repetitions.Add((byte)firstRepetition);
        repetitions.Fill((byte)node.Repetition, count - 1);
    }

    /// <summary>Ends a row, and the page if it is full; nulls and empty lists count too, because their levels take memory.</summary>
    public void EndRow()
    {
        pageRows++;
        if (Values.RawBytes >= options.PageBytes || pageRows >= options.PageRows || pageEntries >= options.PageBytes) EndPage();
    }

    /// <summary>Writes the row group's pages and gives their metadata; the indexes follow once all row groups are written.</summary>
    public ColumnChunk WriteChunk(Stream stream, long position, out ChunkPages pages)
    {
        if (pageRows > 0) EndPage();
        var start = position;
        var counts = new List<PageEncodingCount>();
        var dictionary = Values.DictionaryCount;
        if (dictionary > 0)
        {
            scratch.Page.Clear();
            Values.WriteDictionary(scratch.Page);
            Compress(new PageHeader(PageType.Dictionary, scratch.Page.Length, 0) { Values = dictionary, Encoding = Encoding.Plain });
            stream.Write(scratch.Header.Span);
            stream.Write(scratch.Compressed.Span);
            position += scratch.Header.Length + scratch.Compressed.Length;
            counts.Add(new PageEncodingCount(PageType.Dictionary, Encoding.Plain, 1));
        }
        chunk.CopyTo(stream);
        counts.AddRange(encodings.OrderBy(e => e.Key).Select(e => new PageEncodingCount(PageType.Data, e.Key, e.Value)));
        pages = index.Take(position, out var statistics);
        var result = new ColumnChunk
        {
            Type = SchemaElements.Physical(((PrimitiveColumn)node.Column).Type),
            Path = node.Path,
            Codec = (int)compressor.Codec,
            Values = chunkEntries,
            UncompressedSize = uncompressedSize,
            CompressedSize = position + chunk.Length - start,
            DataPageOffset = position,
            DictionaryPageOffset = dictionary > 0 ? start : null,
            Pages = counts,
            Statistics = statistics,
        };
        StartChunk();
        return result;
    }

    private void EndPage()
    {
        var bounds = Values.Bounds();
        var nulls = pageEntries - Values.Count;
        chunkRawBytes += Values.RawBytes;
        scratch.Page.Clear();
        if (node.Repetition > 0) WriteLevels(repetitions, node.Repetition);
        if (node.Definition > 0) WriteLevels(definitions, node.Definition);
        var encoding = Values.Encode(scratch.Page);
        encodings[encoding] = encodings.GetValueOrDefault(encoding) + 1;

        var start = chunk.Length;
        Compress(new PageHeader(PageType.Data, scratch.Page.Length, 0) { Values = pageEntries, Encoding = encoding });
        chunk.Write(scratch.Header.Span);
        chunk.Write(scratch.Compressed.Span);
        index.Add(start, (int)(chunk.Length - start), chunkRows, nulls, nulls == pageEntries, bounds);
        chunkEntries += pageEntries;
        chunkRows += pageRows;
        pageEntries = pageRows = 0;
    }

    private void WriteLevels(ValueList<byte> levels, int max)
    {
        var page = scratch.Page;
        var at = page.Length;
        page.WriteInt32(0);
        RleEncoder.Encode(levels.Span, BitWidth.Of(max), page);
        page.PutInt32(at, page.Length - at - 4);
        levels.Clear();
    }

    /// <summary>Compresses the page in the scratch memory and puts its header beside it.</summary>
    private void Compress(PageHeader header)
    {
        scratch.Compressed.Clear();
        compressor.Compress(scratch.Page.Span, scratch.Compressed);
        var body = scratch.Compressed.Span;
        scratch.Header.Clear();
        (header with { CompressedSize = body.Length, Crc = (int)Crc32.Compute(body) }).Write(new CompactWriter(scratch.Header));
        uncompressedSize += scratch.Header.Length + scratch.Page.Length;
    }

    private void StartChunk()
    {
        Values.StartChunk();
        chunk.Clear();
        encodings.Clear();
        chunkEntries = chunkRows = chunkRawBytes = uncompressedSize = 0;
    }
}
