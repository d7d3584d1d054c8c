using SynthFarm.Parquet.Reading.Pages;
using SynthFarm.Parquet.Reading.Values;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Reading.Assembly;

/// <summary>Builds the assembler of a column.</summary>
/// <param name="options">The reader's options.</param>
/// <param name="file">Name of the file, for messages.</param>
/// <param name="open">Opens the pages of a leaf.</param>
internal sealed class AssemblerFactory(ParquetReaderOptions options, string file, Func<SchemaNode, (PageReader Pages, Metadata.ColumnChunk Chunk)> open)
{
    public Assembler Create(SchemaNode node)
    {
        var assembler = node.Column switch
        {
            ListColumn => Create(node.Children[0]).InList(node),
            StructColumn => new StructAssembler([.. node.Children.Select(c => c.Column.Name)], [.. node.Children.Select(Create)]),
            PrimitiveColumn leaf => CreateLeaf(node, leaf),
            _ => throw new ArgumentException($"Column \"{node.DottedPath}\" is of an unknown kind."),
        };
        return node.Column.IsOptional ? assembler.AsOptional(node.Definition) : assembler;
    }

    private Assembler CreateLeaf(SchemaNode node, PrimitiveColumn column) => column.Type switch
    {
        PrimitiveType.Boolean => Value(node, LeafTypes.Boolean),
        PrimitiveType.Int32 => Value(node, LeafTypes.Int32),
        PrimitiveType.Int64 => Value(node, LeafTypes.Int64),
        PrimitiveType.Float => Value(node, LeafTypes.Float),
        PrimitiveType.Double => Value(node, LeafTypes.Double),
        PrimitiveType.String => Reference(node, LeafTypes.String(options.MaxPageBytes)),
        PrimitiveType.Bytes => Reference(node, LeafTypes.Bytes(options.MaxPageBytes)),
        _ => Reference(node, LeafTypes.FixedBytes(column.Length, options.MaxPageBytes)),
    };

    private LeafAssembler<T> Value<T>(SchemaNode node, LeafType<T> type)
        where T : struct
        => new(Open(node, type), node.Definition, (value, definition) => new OptionalValueAssembler<T>(value, definition));

    private LeafAssembler<T> Reference<T>(SchemaNode node, LeafType<T> type)
        where T : class
        => new(Open(node, type), node.Definition, (value, definition) => new OptionalAssembler<T>(value, definition));

    private TypedLeafReader<T> Open<T>(SchemaNode node, LeafType<T> type)
    {
        var (pages, chunk) = open(node);
        return new TypedLeafReader<T>(node, chunk, pages, type, file, options);
    }
}
