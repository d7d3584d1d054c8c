using SynthFarm.Parquet.Buffers;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing.Pages;

namespace SynthFarm.Parquet.Writing.Appenders;

/// <summary>A column of booleans.</summary>
public sealed class BooleanAppender : ColumnAppender
{
    private readonly LeafWriter leaf;
    private readonly ValueList<byte> values;

    internal BooleanAppender(SchemaNode node, LeafWriter[] leaves, ListAppender? outer)
        : base(node, leaves, outer)
    {
        leaf = leaves[node.FirstLeaf];
        values = ((BooleanPageValues)leaf.Values).Values;
    }

    public void Append(bool value)
    {
        leaf.AddLevels(NextRepetition(), Node.Definition);
        values.Add(value ? (byte)1 : (byte)0);
        Given++;
    }

    /// <summary>The value, or null for an optional column.</summary>
    public void Append(bool? value)
    {
        if (value is { } present) Append(present);
        else Null();
    }
}
