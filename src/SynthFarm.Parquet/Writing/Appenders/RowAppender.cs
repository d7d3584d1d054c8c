using System.Collections;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Parquet.Writing.Appenders;

/// <summary>Writes <see cref="ParquetRow"/>s through the appenders of a schema.</summary>
internal sealed class RowAppender(StructAppender root)
{
    public void Append(ParquetRow row) => AppendFields(root, row);

    private static void AppendFields(StructAppender structure, ParquetRow row)
    {
        var found = 0;
        foreach (var field in structure.Fields)
        {
            if (!row.TryGet(field.Column.Name, out var value)) continue;
            found++;
            Append(field, value, begun: !field.Column.IsOptional);
        }
        if (found == row.Names.Count) return;
        var unknown = row.Names.First(name => structure.Fields.All(f => f.Column.Name != name));
        throw new ArgumentException($"Column \"{unknown}\" is not in the schema.");
    }

    /// <summary>Writes one value.</summary>
    /// <param name="begun">Whether the column, a required struct, was begun with what it is in.</param>
    /// <exception cref="ArgumentException">The value is of the wrong type.</exception>
    public static void Append(ColumnAppender column, object? value, bool begun)
    {
        switch (column, value)
        {
            case (_, null): column.Null(); break;
            case (BinaryAppender binary, string text): binary.Append(text); break;
            case (BinaryAppender binary, byte[] bytes): binary.Append(bytes); break;
            case (BooleanAppender boolean, bool v): boolean.Append(v); break;
            case (ValueAppender<int> number, int v): number.Append(v); break;
            case (ValueAppender<long> number, long v): number.Append(v); break;
            case (ValueAppender<float> number, float v): number.Append(v); break;
            case (ValueAppender<double> number, double v): number.Append(v); break;
            case (StructAppender structure, ParquetRow row):
                if (!begun) structure.Begin();
                AppendFields(structure, row);
                break;
            case (ListAppender list, IEnumerable items and not string):
                list.Begin();
                foreach (var item in items)
                {
                    list.Item();
                    Append(list.Element, item, begun: !list.Element.Column.IsOptional);
                }
                list.End();
                break;
            default:
                throw new ArgumentException($"Column \"{column.Node.DottedPath}\" cannot take a {value.GetType().Name}.");
        }
    }
}
