using SynthFarm.Parquet.Encodings;
using SynthFarm.Parquet.Encodings.Decoding;
using SynthFarm.Parquet.Metadata;
using SynthFarm.Parquet.Reading.Values;
using SynthFarm.Parquet.Schema;
using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Reading.Pages;

/// <summary>Decodes one leaf batch by batch; memory holds one page and one batch.</summary>
internal sealed class TypedLeafReader<T> : LeafReader
{
    // Levels of a column that is neither optional nor in a list.
    private static readonly int[] Zeros = new int[LeafTypes.Batch];

    private readonly SchemaNode node;
    private readonly PageReader pages;
    private readonly LeafType<T> type;
    private readonly string file;
    private readonly long expected;
    private readonly ParquetReaderOptions options;
    private readonly RleDecoder repetitionLevels = new();
    private readonly RleDecoder definitionLevels = new();
    private readonly int[] repetitions;
    private readonly int[] definitions;
    private readonly T[] values;
    private readonly int batch;
    private readonly Dictionary<Encoding, ValueDecoder<T>> decoders = [];
    private T[]? dictionary;
    private ValueDecoder<T>? decoder;
    private int pageLeft;
    private int position;
    private int count;
    private int valueIndex;
    private long total;
    private long rowEntries;
    private long rowBytes;

    public TypedLeafReader(SchemaNode node, ColumnChunk chunk, PageReader pages, LeafType<T> type, string file, ParquetReaderOptions options)
    {
        this.node = node;
        this.pages = pages;
        this.type = type;
        this.file = file;
        this.options = options;
        expected = chunk.Values;
        batch = (int)Math.Min(type.Batch, Math.Max(chunk.Values, 1));
        repetitions = node.Repetition > 0 ? new int[batch] : Zeros;
        definitions = node.Definition > 0 ? new int[batch] : Zeros;
        values = new T[batch];
        Guarded(ReadDictionary);
        Guarded(NextBatch);
        if (!IsAtEnd && Repetition != 0) throw Corrupt("the first entry continues a list");
    }

    public override bool IsAtEnd => position == count;

    public override int Repetition => IsAtEnd ? 0 : repetitions[position];

    public override int Definition => definitions[position];

    /// <summary>The entry's value; it has one where <see cref="Definition"/> is the leaf's own.</summary>
    public T Value => values[valueIndex];

    public override void Advance()
    {
        if (definitions[position] == node.Definition) valueIndex++;
        CountEntries(1);
        if (++position == count) Guarded(NextBatch);
    }

    /// <summary>Adds the entry's value, and those of the entries behind it that continue its list at this repetition level; all must have one.</summary>
    public void ReadItems(int level, List<T> items)
    {
        do
        {
            var rest = repetitions.AsSpan(position + 1, count - position - 1);
            var more = rest.IndexOfAnyExcept(level);
            var entries = 1 + (more < 0 ? rest.Length : more);
            var absent = definitions.AsSpan(position, entries).IndexOfAnyExcept(node.Definition);
            if (absent >= 0) throw Corrupt($"a definition level of {definitions[position + absent]} where only {node.Definition} is possible");
            items.AddRange(values.AsSpan(valueIndex, entries));
            valueIndex += entries;
            CountEntries(entries);
            position += entries;
            if (position == count) Guarded(NextBatch);
        }
        while (!IsAtEnd && Repetition == level);
    }

    public override void StartRow()
    {
        rowEntries = 0;
        rowBytes = 0;
    }

    public override ParquetFormatException Corrupt(string message, Exception? inner = null)
        => new($"{file}: column \"{node.DottedPath}\", page {pages.PageNumber} at offset {pages.PageOffset}: {message}.", inner);

    private void CountEntries(int entries)
    {
        rowEntries += entries;
        if (rowEntries > options.MaxEntriesPerRow)
            throw Corrupt($"a row of more than {options.MaxEntriesPerRow} entries, the limit of {nameof(options.MaxEntriesPerRow)}");
    }

    private void ReadDictionary()
    {
        if (!pages.TryReadDictionary(out var size, out var bytes)) return;
        if ((long)size * type.LeastBits > 8L * bytes.Length) throw new CorruptDataException($"{size} values in a dictionary of {bytes.Length} bytes");
        dictionary = new T[size];
        var plain = type.Decoder(Encoding.Plain) ?? throw new CorruptDataException("a dictionary of this type");
        plain.Start(bytes);
        plain.Read(dictionary);
    }

    private void NextBatch()
    {
        position = count = valueIndex = 0;
        while (pageLeft == 0)
        {
            if (!pages.TryRead(out var page))
            {
                if (total != expected) throw new CorruptDataException($"the pages hold {total} entries where the footer has {expected}");
                return;
            }
            StartPage(page);
        }
        count = Math.Min(pageLeft, batch);
        pageLeft -= count;
        ReadLevels(repetitionLevels, repetitions.AsSpan(0, count), node.Repetition, "repetition");
        ReadLevels(definitionLevels, definitions.AsSpan(0, count), node.Definition, "definition");
        var present = node.Definition == 0 ? count : definitions.AsSpan(0, count).Count(node.Definition);
        decoder!.Read(values.AsSpan(0, present));
    }

    private void StartPage(DataPage page)
    {
        pageLeft = page.Entries;
        total += page.Entries;
        rowBytes += page.Size;
        if (total > expected) throw new CorruptDataException($"the pages hold {total} or more entries where the footer has {expected}");
        if (rowBytes > options.MaxRowBytes + options.MaxPageBytes)
            throw new CorruptDataException($"a row across more than {options.MaxRowBytes} bytes, the limit of {nameof(options.MaxRowBytes)}");
        repetitionLevels.Start(page.Repetitions, BitWidth.Of(node.Repetition));
        definitionLevels.Start(page.Definitions, BitWidth.Of(node.Definition));
        decoder = Decoder(page.Encoding);
        decoder.Start(page.Values);
    }

    private ValueDecoder<T> Decoder(Encoding encoding)
    {
        if (encoding == Encoding.PlainDictionary) encoding = Encoding.RleDictionary;
        if (decoders.TryGetValue(encoding, out var known)) return known;
        var made = encoding == Encoding.RleDictionary
            ? new DictionaryDecoder<T>(dictionary ?? throw new CorruptDataException("a page refers to a dictionary that is not there"))
            : type.Decoder(encoding);
        return decoders[encoding] = made ?? throw new CorruptDataException($"encoding {encoding} for this type is not supported");
    }

    private static void ReadLevels(RleDecoder decoder, Span<int> levels, int max, string what)
    {
        if (max == 0) return;
        decoder.Read(levels);
        var found = levels.IndexOfAnyExceptInRange(0, max);
        if (found >= 0) throw new CorruptDataException($"a {what} level of {levels[found]} where {max} is the highest");
    }

    private void Guarded(Action step)
    {
        try
        {
            step();
        }
        catch (CorruptDataException e)
        {
            throw Corrupt(e.Message, e);
        }
    }
}
