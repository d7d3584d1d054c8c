using System.Text;

namespace SynthFarm.Parquet.Schema;

/// <summary>Prints columns in Parquet's message form.</summary>
internal static class SchemaText
{
    public static void Append(StringBuilder text, IReadOnlyList<Column> fields, int depth)
    {
        foreach (var field in fields) Append(text, field, depth, field.IsOptional ? "optional" : "required");
    }

    private static void Append(StringBuilder text, Column column, int depth, string repetition)
    {
        switch (column)
        {
            case PrimitiveColumn primitive:
                Indent(text, depth).Append(repetition).Append(' ').Append(Physical(primitive)).Append(' ').Append(primitive.Name)
                    .Append(Annotation(primitive)).Append(";\n");
                break;
            case StructColumn group:
                Indent(text, depth).Append(repetition).Append(" group ").Append(group.Name).Append(" {\n");
                Append(text, group.Fields, depth + 1);
                Indent(text, depth).Append("}\n");
                break;
            case ListColumn { Form: ListForm.Bare } list:
                Append(text, list.Element, depth, "repeated");
                break;
            case ListColumn list:
                Indent(text, depth).Append(repetition).Append(" group ").Append(list.Name).Append(" (LIST) {\n");
                if (list.Form == ListForm.TwoLevel)
                {
                    Append(text, list.Element, depth + 1, "repeated");
                }
                else
                {
                    Indent(text, depth + 1).Append("repeated group ").Append(list.RepeatedName).Append(" {\n");
                    Append(text, [list.Element], depth + 2);
                    Indent(text, depth + 1).Append("}\n");
                }
                Indent(text, depth).Append("}\n");
                break;
        }
    }

    private static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', 2 * depth);

    private static string Physical(PrimitiveColumn column) => column.Type switch
    {
        PrimitiveType.Boolean => "boolean",
        PrimitiveType.Int32 => "int32",
        PrimitiveType.Int64 => "int64",
        PrimitiveType.Float => "float",
        PrimitiveType.Double => "double",
        PrimitiveType.FixedBytes => $"fixed_len_byte_array({column.Length})",
        _ => "binary",
    };

    private static string Annotation(PrimitiveColumn column) => column.Type switch
    {
        PrimitiveType.String => " (STRING)",
        PrimitiveType.Int32 => " (INTEGER(32,true))",
        PrimitiveType.Int64 => " (INTEGER(64,true))",
        _ => "",
    };
}
