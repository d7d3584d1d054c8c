using System.Numerics;
using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing.Pages;

namespace SynthFarm.Parquet.Writing.Appenders;

/// <summary>A column of numbers.</summary>
/// <typeparam name="T"><see cref="int"/>, <see cref="long"/>, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class ValueAppender<T> : ColumnAppender
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    private readonly LeafWriter leaf;
    private readonly ValueList<T> values;

    internal ValueAppender(SchemaNode node, LeafWriter[] leaves, ListAppender? outer)
        : base(node, leaves, outer)
    {
        leaf = leaves[node.FirstLeaf];
        values = ((FixedPageValues<T>)leaf.Values).Values;
    }

    public void Append(T value)
    {
        leaf.AddLevels(NextRepetition(), Node.Definition);
        values.Add(value);
        Given++;
    }

    /// <summary>The value, or null for an optional column.</summary>
    public void Append(T? value)
    {
        if (value is { } present) Append(present);
        else Null();
    }

    /// <summary>Many items of the list that this column is the element of.</summary>
    internal void AppendItems(int firstRepetition, ReadOnlySpan<T> items)
    {
        leaf.AddItems(firstRepetition, items.Length);
        values.Add(items);
        Given += items.Length;
    }
}
