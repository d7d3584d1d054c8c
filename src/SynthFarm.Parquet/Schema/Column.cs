namespace SynthFarm.Parquet.Schema;

/// <summary>A node of a schema: a primitive, a list or a struct, required or optional. Immutable.</summary>
/// <example>
/// <code>
/// var messages = Column.List("messages", Column.Struct("element", Column.String("role"), Column.String("content")));
/// </code>
/// </example>
public abstract class Column
{
    private protected Column(string name, bool isOptional)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        IsOptional = isOptional;
    }

    /// <summary>The field's name; in a list the element's name is "element".</summary>
    public string Name { get; }

    /// <summary>Whether the value may be null.</summary>
    public bool IsOptional { get; }

    public static PrimitiveColumn Boolean(string name, bool optional = false) => new(name, PrimitiveType.Boolean, optional);

    public static PrimitiveColumn Int32(string name, bool optional = false) => new(name, PrimitiveType.Int32, optional);

    public static PrimitiveColumn Int64(string name, bool optional = false) => new(name, PrimitiveType.Int64, optional);

    public static PrimitiveColumn Float(string name, bool optional = false) => new(name, PrimitiveType.Float, optional);

    public static PrimitiveColumn Double(string name, bool optional = false) => new(name, PrimitiveType.Double, optional);

    public static PrimitiveColumn String(string name, bool optional = false) => new(name, PrimitiveType.String, optional);

    public static PrimitiveColumn Bytes(string name, bool optional = false) => new(name, PrimitiveType.Bytes, optional);

    /// <summary>A list in the three-level form (group LIST, repeated group <c>list</c>, <c>element</c>); the element is renamed to "element".</summary>
    public static ListColumn List(string name, Column element, bool optional = false) => new(name, element, optional);

    public static StructColumn Struct(string name, params IReadOnlyList<Column> fields) => new(name, fields, isOptional: false);

    public static StructColumn OptionalStruct(string name, params IReadOnlyList<Column> fields) => new(name, fields, isOptional: true);

    /// <summary>The same node under another name.</summary>
    public abstract Column Rename(string name);

    internal abstract bool SameAs(Column other);
}
