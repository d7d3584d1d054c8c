using System.Text;

namespace SynthFarm.Parquet.Schema;

/// <summary>The fields of a file's rows. Two schemas are equal when names, order, types and nullability are.</summary>
/// <remarks><see cref="ToString"/> gives the usual message form, which suits golden tests.</remarks>
public sealed class ParquetSchema : IEquatable<ParquetSchema>
{
    /// <summary>Deepest nesting of fields that is written or read.</summary>
    public const int MaxDepth = 32;

    /// <param name="fields">At least one field.</param>
    /// <exception cref="ArgumentException">No field, two of one name, or deeper nesting than <see cref="MaxDepth"/>.</exception>
    public ParquetSchema(params IReadOnlyList<Column> fields)
    {
        Row = new StructColumn("schema", fields, isOptional: false);
        var leaves = new List<SchemaNode>();
        Root = SchemaNode.Bind(Row, leaves);
        Leaves = leaves;
    }

    public IReadOnlyList<Column> Fields => Row.Fields;

    /// <summary>The row as one struct.</summary>
    internal StructColumn Row { get; }

    internal SchemaNode Root { get; }

    /// <summary>The leaves in file order.</summary>
    internal IReadOnlyList<SchemaNode> Leaves { get; }

    public bool Equals(ParquetSchema? other) => other is not null && Row.SameAs(other.Row);

    public override bool Equals(object? obj) => Equals(obj as ParquetSchema);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The message form, such as <c>required binary id (STRING);</c>, one field per line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("message schema {\n");
        SchemaText.Append(text, Row.Fields, depth: 1);
        return text.Append("}\n").ToString();
    }
}
