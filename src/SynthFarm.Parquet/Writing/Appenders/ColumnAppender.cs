using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing.Pages;

namespace SynthFarm.Parquet.Writing.Appenders;

/// <summary>Takes the values of one column of the row being written; each column is given once per row, or once per item of its list.</summary>
/// <remarks>Not thread-safe, like the writer it belongs to.</remarks>
public abstract class ColumnAppender
{
    private readonly LeafWriter[] leaves;

    private protected ColumnAppender(SchemaNode node, LeafWriter[] leaves, ListAppender? outer)
    {
        Node = node;
        Outer = outer;
        this.leaves = leaves;
    }

    /// <summary>The column in the schema.</summary>
    public Column Column => Node.Column;

    internal SchemaNode Node { get; }

    /// <summary>The innermost list around this column.</summary>
    internal ListAppender? Outer { get; }

    /// <summary>How often the column was given.</summary>
    internal long Given { get; private protected set; }

    /// <summary>The value is null.</summary>
    /// <exception cref="InvalidOperationException">The column is required.</exception>
    public void Null()
    {
        if (!Column.IsOptional) throw new InvalidOperationException($"Column \"{Node.DottedPath}\" is required and cannot be null.");
        Given++;
        AddWithoutValue(Node.Definition - 1);
    }

    /// <summary>Adds an entry that ends at this definition level to every leaf below.</summary>
    private protected void AddWithoutValue(int definition)
    {
        var repetition = NextRepetition();
        for (var i = 0; i < Node.LeafCount; i++) leaves[Node.FirstLeaf + i].AddLevels(repetition, definition);
    }

    /// <summary>The repetition level of the column's next entry: that of the innermost list around it that is past its first item.</summary>
    private protected int NextRepetition()
    {
        for (var list = Outer; list is not null; list = list.Outer)
        {
            if (list.ItemIndex > 0) return list.Node.Repetition + 1;
        }
        return 0;
    }

    internal static ColumnAppender Create(SchemaNode node, LeafWriter[] leaves, ListAppender? outer) => node.Column switch
    {
        StructColumn => new StructAppender(node, leaves, outer),
        ListColumn { Form: ListForm.ThreeLevel } => new ListAppender(node, leaves, outer),
        PrimitiveColumn { Type: PrimitiveType.Boolean } => new BooleanAppender(node, leaves, outer),
        PrimitiveColumn { Type: PrimitiveType.Int32 } => new ValueAppender<int>(node, leaves, outer),
        PrimitiveColumn { Type: PrimitiveType.Int64 } => new ValueAppender<long>(node, leaves, outer),
        PrimitiveColumn { Type: PrimitiveType.Float } => new ValueAppender<float>(node, leaves, outer),
        PrimitiveColumn { Type: PrimitiveType.Double } => new ValueAppender<double>(node, leaves, outer),
        PrimitiveColumn { Type: PrimitiveType.String or PrimitiveType.Bytes } => new BinaryAppender(node, leaves, outer),
        _ => throw new ArgumentException($"Column \"{node.DottedPath}\" has a form that can be read but not written."),
    };
}
