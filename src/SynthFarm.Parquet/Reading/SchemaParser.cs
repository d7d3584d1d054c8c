using SynthFarm.Parquet.Metadata;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Reading;

/// <summary>Builds a schema from the footer's flattened list, with the format's rules for lists of older writers.</summary>
internal sealed class SchemaParser
{
    private readonly IReadOnlyList<SchemaElement> elements;
    private int next;

    private SchemaParser(IReadOnlyList<SchemaElement> elements) => this.elements = elements;

    /// <exception cref="CorruptDataException">The list is no tree, too deep, or has a type that is not supported.</exception>
    public static ParquetSchema Parse(IReadOnlyList<SchemaElement> elements)
    {
        var parser = new SchemaParser(elements);
        try
        {
            var root = parser.Take();
            var fields = parser.Fields(root, depth: 1);
            if (parser.next != elements.Count) throw new CorruptDataException($"the schema has {elements.Count} elements, {parser.next} of them in its tree");
            return new ParquetSchema(fields);
        }
        catch (ArgumentException e)
        {
            throw new CorruptDataException("the schema is not valid: " + e.Message, e);
        }
    }

    private SchemaElement Take()
        => next < elements.Count ? elements[next++] : throw new CorruptDataException("the schema ends early");

    private Column[] Fields(SchemaElement parent, int depth)
    {
        if (depth > ParquetSchema.MaxDepth) throw new CorruptDataException($"the schema is nested deeper than {ParquetSchema.MaxDepth} levels");
        if (parent.Children <= 0 || parent.Children > elements.Count - next)
            throw new CorruptDataException($"\"{parent.Name}\" has {parent.Children} fields where {elements.Count - next} elements follow");
        var fields = new Column[parent.Children];
        for (var i = 0; i < fields.Length; i++) fields[i] = Field(depth);
        return fields;
    }

    private Column Field(int depth)
    {
        var element = Take();
        if (element.Repetition == Repetition.Repeated)
            return new ListColumn(element.Name, Node(element, isOptional: false, depth), isOptional: false, ListForm.Bare, element.Name);
        return Node(element, element.Repetition == Repetition.Optional, depth);
    }

    private Column Node(SchemaElement element, bool isOptional, int depth)
    {
        if (element.Type is { } type) return Leaf(element, type, isOptional);
        var isList = element.Logical is LogicalType.List or LogicalType.Map
            || element.Converted is ConvertedType.List or ConvertedType.Map or ConvertedType.MapKeyValue;
        if (isList && element.Children == 1 && next < elements.Count && elements[next].Repetition == Repetition.Repeated)
            return List(element, isOptional, depth + 1);
        return new StructColumn(element.Name, Fields(element, depth + 1), isOptional);
    }

    private ListColumn List(SchemaElement list, bool isOptional, int depth)
    {
        var repeated = Take();
        var isMap = list.Logical == LogicalType.Map || list.Converted is ConvertedType.Map or ConvertedType.MapKeyValue;
        var isElement = repeated.Type is not null || repeated.Children != 1 || isMap
            || repeated.Name == "array" || repeated.Name == list.Name + "_tuple"
            || (next < elements.Count && elements[next].Repetition == Repetition.Repeated);
        if (isElement)
            return new ListColumn(list.Name, Node(repeated, isOptional: false, depth), isOptional, ListForm.TwoLevel, repeated.Name);
        return new ListColumn(list.Name, Fields(repeated, depth + 1)[0], isOptional, ListForm.ThreeLevel, repeated.Name);
    }

    private static PrimitiveColumn Leaf(SchemaElement element, PhysicalType type, bool isOptional) => type switch
    {
        PhysicalType.Boolean => new(element.Name, PrimitiveType.Boolean, isOptional),
        PhysicalType.Int32 => new(element.Name, PrimitiveType.Int32, isOptional),
        PhysicalType.Int64 => new(element.Name, PrimitiveType.Int64, isOptional),
        PhysicalType.Int96 => new(element.Name, PrimitiveType.FixedBytes, isOptional, 12),
        PhysicalType.Float => new(element.Name, PrimitiveType.Float, isOptional),
        PhysicalType.Double => new(element.Name, PrimitiveType.Double, isOptional),
        PhysicalType.ByteArray => new(element.Name, IsText(element) ? PrimitiveType.String : PrimitiveType.Bytes, isOptional),
        _ => element.TypeLength > 0
            ? new(element.Name, PrimitiveType.FixedBytes, isOptional, element.TypeLength)
            : throw new CorruptDataException($"column \"{element.Name}\" has values of {element.TypeLength} bytes"),
    };

    private static bool IsText(SchemaElement element)
        => element.Logical is LogicalType.String or LogicalType.Enum or LogicalType.Json
           || element.Converted is ConvertedType.Utf8 or ConvertedType.Enum or ConvertedType.Json;
}
