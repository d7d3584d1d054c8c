using System.Numerics;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing.Pages;

namespace SynthFarm.Parquet.Writing.Appenders;

/// <summary>A list column: <see cref="Begin"/>, then <see cref="Item"/> before each item's values, then <see cref="End"/>.</summary>
public sealed class ListAppender : ColumnAppender
{
    private bool isOpen;
    private long items;

    internal ListAppender(SchemaNode node, LeafWriter[] leaves, ListAppender? outer)
        : base(node, leaves, outer)
        => Element = Create(node.Children[0], leaves, this);

    /// <summary>The items' column.</summary>
    public ColumnAppender Element { get; }

    /// <summary>Position of the item being written.</summary>
    internal int ItemIndex { get; private set; }

    public void Begin()
    {
        if (isOpen) throw new InvalidOperationException($"List \"{Node.DottedPath}\" was begun twice without an end.");
        isOpen = true;
        ItemIndex = -1;
        Given++;
    }

    /// <summary>Starts the next item, whose value goes to <see cref="Element"/> (a struct begins of itself unless it is optional).</summary>
    public void Item()
    {
        if (!isOpen) throw new InvalidOperationException($"List \"{Node.DottedPath}\" has no begin before its item.");
        CompleteItem();
        ItemIndex++;
        items++;
        if (Element is StructAppender { Column.IsOptional: false } structure) structure.Begin();
    }

    public void End()
    {
        if (!isOpen) throw new InvalidOperationException($"List \"{Node.DottedPath}\" has no begin before its end.");
        CompleteItem();
        if (ItemIndex < 0) AddWithoutValue(Node.Definition);
        isOpen = false;
    }

    /// <summary>The whole list at once; its element is a column of numbers.</summary>
    public void Append<T>(ReadOnlySpan<T> values)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        Begin();
        if (values.IsEmpty)
        {
            End();
            return;
        }
        ((ValueAppender<T>)Element).AppendItems(NextRepetition(), values);
        items += values.Length;
        isOpen = false;
    }

    internal void Complete()
    {
        if (isOpen) throw new InvalidOperationException($"List \"{Node.DottedPath}\" has no end.");
    }

    private void CompleteItem() => StructAppender.Complete(Element, items);
}
