using SynthFarm.Parquet.Reading.Sources;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Reading;

/// <summary>Reads a Parquet file: all rows or some columns of some row groups, page by page.</summary>
/// <remarks>
/// Every damage that shows (magic, footer, page checksum, sizes, levels, text that is not UTF-8) is a <see cref="ParquetFormatException"/>
/// that names file, column, page and offset. Codecs: none, gzip, snappy, brotli, and zstd where libzstd is installed. Types without an own
/// kind (decimal, timestamps, small and unsigned integers) come as the integers or bytes that store them. Several threads may read at once.
/// </remarks>
/// <example>
/// <code>
/// using var reader = ParquetReader.Open(path);
/// foreach (var row in reader.Rows("id", "messages"))
///     Use(row.Get&lt;string&gt;("id"), row.Get&lt;IReadOnlyList&lt;ParquetRow&gt;&gt;("messages"));
/// var steps = reader.Values&lt;int&gt;("n_steps").Sum();
/// </code>
/// </example>
public sealed class ParquetReader : IDisposable
{
    private readonly IParquetSource source;

    /// <summary>Reads a stream that seeks.</summary>
    /// <exception cref="ParquetFormatException">The file has no whole footer.</exception>
    public ParquetReader(Stream stream, string name, ParquetReaderOptions? options = null, bool leaveOpen = false)
        : this(new StreamSource(stream, name, leaveOpen), options)
    {
    }

    /// <summary>Reads a source, which the reader disposes.</summary>
    /// <exception cref="ParquetFormatException">The file has no whole footer.</exception>
    public ParquetReader(IParquetSource source, ParquetReaderOptions? options = null)
    {
        this.source = source;
        options ??= new ParquetReaderOptions();
        options.Validate();
        try
        {
            var footer = FooterReader.Read(source, out var footerStart);
            Schema = SchemaParser.Parse(footer.Schema);
            FooterCheck.Check(footer, Schema, footerStart);
            KeyValues = footer.KeyValues;
            CreatedBy = footer.CreatedBy;
            RowCount = footer.Rows;
            RowGroups = [.. footer.RowGroups.Select((group, index) => new ParquetRowGroup(source, group, index, Schema, options))];
        }
        catch (CorruptDataException e)
        {
            source.Dispose();
            throw new ParquetFormatException($"{source.Name}: {e.Message}.", e);
        }
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="ParquetFormatException">The file has no whole footer.</exception>
    public static ParquetReader Open(string path, ParquetReaderOptions? options = null) => new(new FileSource(path), options);

    public ParquetSchema Schema { get; }

    /// <summary>The footer's key-value pairs in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> KeyValues { get; }

    public string? CreatedBy { get; }

    public long RowCount { get; }

    public IReadOnlyList<ParquetRowGroup> RowGroups { get; }

    /// <summary>The rows in order, with the named columns (top-level names) or with all; only their pages are read.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="ParquetFormatException">While enumerating: a page is damaged.</exception>
    public IEnumerable<ParquetRow> Rows(params IReadOnlyList<string> columns) => RowGroups.SelectMany(group => group.Rows(columns));

    /// <summary>One top-level column's value of each row; only its pages are read.</summary>
    /// <typeparam name="T">The column's exact type, nullable for optional columns; see <see cref="ParquetRow"/>.</typeparam>
    /// <exception cref="ArgumentException">There is no such column, or it is of another type.</exception>
    /// <exception cref="ParquetFormatException">While enumerating: a page is damaged.</exception>
    public IEnumerable<T> Values<T>(string column) => RowGroups.SelectMany(group => group.Values<T>(column));

    public void Dispose() => source.Dispose();
}
