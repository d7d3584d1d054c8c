using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Metadata;

/// <summary>Turns a schema into the flattened list that the footer holds.</summary>
internal static class SchemaElements
{
    public static List<SchemaElement> From(ParquetSchema schema)
    {
        var elements = new List<SchemaElement> { new(schema.Row.Name) { Children = schema.Fields.Count } };
        foreach (var field in schema.Fields) Append(elements, field, Of(field));
        return elements;
    }

    public static PhysicalType Physical(PrimitiveType type) => type switch
    {
        PrimitiveType.Boolean => PhysicalType.Boolean,
        PrimitiveType.Int32 => PhysicalType.Int32,
        PrimitiveType.Int64 => PhysicalType.Int64,
        PrimitiveType.Float => PhysicalType.Float,
        PrimitiveType.Double => PhysicalType.Double,
        PrimitiveType.FixedBytes => PhysicalType.FixedLenByteArray,
        _ => PhysicalType.ByteArray,
    };

    private static Repetition Of(Column column) => column.IsOptional ? Repetition.Optional : Repetition.Required;

    private static void Append(List<SchemaElement> elements, Column column, Repetition repetition)
    {
        switch (column)
        {
            case PrimitiveColumn primitive:
                elements.Add(Leaf(primitive, repetition));
                break;
            case StructColumn group:
                elements.Add(new SchemaElement(group.Name) { Repetition = repetition, Children = group.Fields.Count });
                foreach (var field in group.Fields) Append(elements, field, Of(field));
                break;
            case ListColumn { Form: ListForm.Bare } list:
                Append(elements, list.Element, Repetition.Repeated);
                break;
            case ListColumn list:
                elements.Add(new SchemaElement(list.Name)
                {
                    Repetition = repetition, Children = 1, Converted = ConvertedType.List, Logical = LogicalType.List,
                });
                if (list.Form == ListForm.TwoLevel)
                {
                    Append(elements, list.Element, Repetition.Repeated);
                    break;
                }
                elements.Add(new SchemaElement(list.RepeatedName) { Repetition = Repetition.Repeated, Children = 1 });
                Append(elements, list.Element, Of(list.Element));
                break;
        }
    }

    private static SchemaElement Leaf(PrimitiveColumn column, Repetition repetition)
        => new(column.Name)
        {
            Type = Physical(column.Type),
            Repetition = repetition,
            Converted = column.Type switch
            {
                PrimitiveType.String => ConvertedType.Utf8,
                PrimitiveType.Int32 => ConvertedType.Int32,
                PrimitiveType.Int64 => ConvertedType.Int64,
                _ => null,
            },
            Logical = column.Type switch
            {
                PrimitiveType.String => LogicalType.String,
                PrimitiveType.Int32 or PrimitiveType.Int64 => LogicalType.Integer,
                _ => LogicalType.None,
            },
        };
}
