using SynthFarm.Parquet.Metadata;
using SynthFarm.Parquet.Reading.Assembly;
using SynthFarm.Parquet.Reading.Pages;
using SynthFarm.Parquet.Reading.Sources;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Reading;

/// <summary>A row group of an open file.</summary>
public sealed class ParquetRowGroup
{
    private readonly IParquetSource source;
    private readonly RowGroup group;
    private readonly ParquetSchema schema;
    private readonly ParquetReaderOptions options;

    internal ParquetRowGroup(IParquetSource source, RowGroup group, int index, ParquetSchema schema, ParquetReaderOptions options)
    {
        this.source = source;
        this.group = group;
        this.schema = schema;
        this.options = options;
        Index = index;
    }

    /// <summary>Position in the file, from 0.</summary>
    public int Index { get; }

    public long RowCount => group.Rows;

    /// <summary>Bytes of all pages as they lie in the file.</summary>
    public long CompressedSize => group.Columns.Sum(c => c.CompressedSize);

    /// <summary>The rows in order, with the named columns (top-level names) or with all.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="ParquetFormatException">While enumerating: a page is damaged.</exception>
    public IEnumerable<ParquetRow> Rows(params IReadOnlyList<string> columns)
    {
        SchemaNode[] nodes = columns.Count == 0 ? schema.Root.Children : [.. columns.Select(Find)];
        return Read(nodes);
    }

    /// <summary>One top-level column's value of each row.</summary>
    /// <typeparam name="T">The column's exact type, nullable for optional columns; see <see cref="ParquetRow"/>.</typeparam>
    /// <exception cref="ArgumentException">There is no such column, or, when enumerating, it is of another type.</exception>
    /// <exception cref="ParquetFormatException">While enumerating: a page is damaged.</exception>
    public IEnumerable<T> Values<T>(string column) => Read<T>(Find(column));

    /// <summary>What the footer says about a leaf column, named by its path with dots (list groups may be left out: "messages.role").</summary>
    /// <exception cref="ArgumentException">There is no such leaf.</exception>
    public ColumnStatistics Statistics(string path)
    {
        var leaf = schema.Leaves.FirstOrDefault(l => l.DottedPath == path || ShortPath(l) == path)
            ?? throw new ArgumentException($"There is no leaf column \"{path}\"; there are {string.Join(", ", schema.Leaves.Select(ShortPath))}.", nameof(path));
        var statistics = group.Columns[schema.Leaves.ToList().IndexOf(leaf)].Statistics;
        var type = ((PrimitiveColumn)leaf.Column).Type;
        return new ColumnStatistics(
            StatisticsValue.Decode(type, statistics?.Min), StatisticsValue.Decode(type, statistics?.Max), statistics?.NullCount);
    }

    private static string ShortPath(SchemaNode leaf)
        => string.Join('.', leaf.Path.Where((name, i) => i == 0 || name is not ("list" or "element")));

    private IEnumerable<ParquetRow> Read(SchemaNode[] nodes)
    {
        var fields = Open(nodes);
        var row = new StructAssembler([.. nodes.Select(n => n.Column.Name)], fields);
        for (long i = 0; i < group.Rows; i++)
        {
            StartRow(row);
            yield return row.Read();
        }
        End(row);
    }

    private IEnumerable<T> Read<T>(SchemaNode node)
    {
        var assembler = Open([node])[0] as TypedAssembler<T>
            ?? throw new ArgumentException($"Column \"{node.DottedPath}\" does not hold values of type {typeof(T).Name}.");
        for (long i = 0; i < group.Rows; i++)
        {
            StartRow(assembler);
            yield return assembler.Read();
        }
        End(assembler);
    }

    private static void StartRow(Assembler assembler)
    {
        foreach (var leaf in assembler.Leaves)
        {
            if (leaf.Repetition != 0) throw leaf.Corrupt("a row that continues a list of the row before");
            leaf.StartRow();
        }
    }

    private static void End(Assembler assembler)
    {
        foreach (var leaf in assembler.Leaves)
        {
            if (!leaf.IsAtEnd) throw leaf.Corrupt("the column goes on behind its last row");
        }
    }

    private SchemaNode Find(string column)
    {
        var index = schema.Row.IndexOf(column);
        if (index < 0)
            throw new ArgumentException($"There is no column \"{column}\"; there are {string.Join(", ", schema.Fields.Select(f => f.Name))}.", nameof(column));
        return schema.Root.Children[index];
    }

    private Assembler[] Open(SchemaNode[] nodes)
    {
        var factory = new AssemblerFactory(options, source.Name, OpenLeaf);
        return [.. nodes.Select(factory.Create)];
    }

    private (PageReader Pages, ColumnChunk Chunk) OpenLeaf(SchemaNode leaf)
    {
        var chunk = group.Columns[leaf.FirstLeaf];
        return (new PageReader(new RangeReader(source, chunk.Start, chunk.CompressedSize), chunk, leaf, options), chunk);
    }
}
