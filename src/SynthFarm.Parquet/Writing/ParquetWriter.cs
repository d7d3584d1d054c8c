using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Metadata;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Thrift;
using SynthFarm.Parquet.Writing.Appenders;
using SynthFarm.Parquet.Writing.Pages;

namespace SynthFarm.Parquet.Writing;

/// <summary>Writes a Parquet file from front to back; the stream need not seek.</summary>
/// <remarks>
/// Rows come as <see cref="ParquetRow"/>, through a <see cref="Mapping.RowMap{T}"/>, or column by column through <see cref="Columns"/> and
/// <see cref="EndRow"/>. Memory holds one row group in compressed form and one raw page per column. A file is whole only after
/// <see cref="Finish"/>: disposing without it, as after an exception, leaves a file that no reader takes. Not thread-safe.
/// </remarks>
/// <example>
/// <code>
/// using var writer = ParquetWriter.Create(path, schema);
/// var id = writer.Columns.Field&lt;BinaryAppender&gt;("id");
/// var messages = writer.Columns.Field&lt;ListAppender&gt;("messages");
/// var role = ((StructAppender)messages.Element).Field&lt;BinaryAppender&gt;("role");
/// ...
/// id.Append(row.Id);
/// messages.Begin();
/// foreach (var message in row.Messages)
/// {
///     messages.Item();
///     role.Append(message.Role);
/// }
/// messages.End();
/// writer.EndRow();
/// ...
/// writer.Finish();
/// </code>
/// </example>
public sealed class ParquetWriter : IDisposable
{
    private readonly Stream stream;
    private readonly bool leaveOpen;
    private readonly ParquetWriterOptions options;
    private readonly PageCompressor compressor;
    private readonly PageScratch scratch = new();
    private readonly LeafWriter[] leaves;
    private readonly List<RowGroup> rowGroups = [];
    private readonly List<ChunkPages[]> indexes = [];
    private readonly List<KeyValuePair<string, string>> keyValues;
    private readonly RowAppender rows;
    private long groupRows;
    private bool isFinished;

    /// <summary>Writes to a stream from its current position on, which counts as the file's start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its bounds.</exception>
    public ParquetWriter(Stream stream, ParquetSchema schema, ParquetWriterOptions? options = null, bool leaveOpen = false)
    {
        this.stream = stream;
        this.leaveOpen = leaveOpen;
        this.options = options ?? new ParquetWriterOptions();
        this.options.Validate();
        Schema = schema;
        keyValues = [.. this.options.KeyValues];
        compressor = PageCompressor.Create(this.options.Compression, this.options.CompressionLevel);
        leaves = [.. schema.Leaves.Select(leaf => new LeafWriter(leaf, this.options, compressor, scratch))];
        Columns = (StructAppender)ColumnAppender.Create(schema.Root, leaves, outer: null);
        rows = new RowAppender(Columns);
        Columns.Begin();
        Write("PAR1"u8);
    }

    public ParquetSchema Schema { get; }

    /// <summary>The row being written.</summary>
    public StructAppender Columns { get; }

    /// <summary>Rows ended so far.</summary>
    public long RowCount { get; private set; }

    /// <summary>Bytes handed to the stream so far.</summary>
    public long BytesWritten { get; private set; }

    /// <summary>Creates or replaces a file.</summary>
    public static ParquetWriter Create(string path, ParquetSchema schema, ParquetWriterOptions? options = null)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            return new ParquetWriter(stream, schema, options);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Writes one row; fields that the row lacks are null.</summary>
    /// <exception cref="ArgumentException">The row has a field that the schema lacks, or a value of the wrong type.</exception>
    public void Write(ParquetRow row)
    {
        rows.Append(row);
        EndRow();
    }

    /// <summary>Ends the row whose values were given through <see cref="Columns"/>.</summary>
    /// <exception cref="InvalidOperationException">A required column was not given, or one was given twice. The file cannot be finished then.</exception>
    public void EndRow()
    {
        ObjectDisposedException.ThrowIf(isFinished, this);
        Columns.Complete();
        RowCount++;
        groupRows++;
        long raw = 0;
        foreach (var leaf in leaves)
        {
            leaf.EndRow();
            raw += leaf.RawBytes;
        }
        if (groupRows >= options.RowGroupRows || raw >= options.RowGroupBytes) EndRowGroup();
        Columns.Begin();
    }

    /// <summary>Ends the row group, so that the next row starts a new one. Does nothing without rows.</summary>
    public void EndRowGroup()
    {
        if (groupRows == 0) return;
        var chunks = new ColumnChunk[leaves.Length];
        var pages = new ChunkPages[leaves.Length];
        for (var i = 0; i < leaves.Length; i++)
        {
            chunks[i] = leaves[i].WriteChunk(stream, BytesWritten, out pages[i]);
            BytesWritten += chunks[i].CompressedSize;
        }
        rowGroups.Add(new RowGroup(chunks, groupRows) { UncompressedSize = chunks.Sum(c => c.UncompressedSize) });
        indexes.Add(pages);
        groupRows = 0;
        scratch.Shrink();
    }

    /// <summary>Adds a pair to the footer.</summary>
    public void AddKeyValue(string key, string value) => keyValues.Add(new(key, value));

    /// <summary>Writes what is open, the page index and the footer. The stream is flushed, not synced to disk.</summary>
    /// <exception cref="InvalidOperationException">A row was begun and not ended.</exception>
    public void Finish()
    {
        ObjectDisposedException.ThrowIf(isFinished, this);
        if (Columns.IsBegun) throw new InvalidOperationException($"Row {RowCount} was begun and not ended.");
        EndRowGroup();
        WritePageIndex();
        var footer = new ByteBuffer();
        new FileMetadata(SchemaElements.From(Schema), rowGroups, RowCount) { KeyValues = keyValues, CreatedBy = options.CreatedBy }
            .Write(new CompactWriter(footer));
        footer.WriteInt32(footer.Length);
        footer.Write("PAR1"u8);
        Write(footer.Span);
        stream.Flush();
        isFinished = true;
    }

    /// <summary>Releases the stream. Does not finish the file.</summary>
    public void Dispose()
    {
        isFinished = true;
        compressor.Dispose();
        if (!leaveOpen) stream.Dispose();
    }

    /// <summary>The column indexes of all chunks, then the offset indexes, where readers look for them: before the footer.</summary>
    private void WritePageIndex()
    {
        var buffer = new ByteBuffer();
        var writer = new CompactWriter(buffer);
        for (var group = 0; group < rowGroups.Count; group++)
        {
            for (var i = 0; i < leaves.Length; i++)
            {
                if (indexes[group][i].Bounds is not { } bounds) continue;
                var start = buffer.Length;
                bounds.Write(writer);
                rowGroups[group].Columns[i].ColumnIndexOffset = BytesWritten + start;
                rowGroups[group].Columns[i].ColumnIndexLength = buffer.Length - start;
            }
        }
        for (var group = 0; group < rowGroups.Count; group++)
        {
            for (var i = 0; i < leaves.Length; i++)
            {
                var start = buffer.Length;
                indexes[group][i].Locations.Write(writer);
                rowGroups[group].Columns[i].OffsetIndexOffset = BytesWritten + start;
                rowGroups[group].Columns[i].OffsetIndexLength = buffer.Length - start;
            }
        }
        Write(buffer.Span);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        BytesWritten += bytes.Length;
    }
}
