using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Trainers.Rules;

/// <summary>Compares columns with the shapes that trainers ask for.</summary>
internal static class ShapeRules
{
    /// <summary>What is wrong with the columns of a file for one input of a trainer.</summary>
    public static IEnumerable<string> Faults(ParquetSchema schema, TrainerInput input)
    {
        foreach (var column in input.Columns)
        {
            var found = schema.Fields.FirstOrDefault(field => field.Name == column.Name);
            if (found is null)
            {
                yield return $"has no column \"{column.Name}\" ({Name(column.Shape)}), which {input.Task} reads";
            }
            else if (!IsShape(found, column.Shape))
            {
                yield return $"column \"{column.Name}\" is {Describe(found)} where {Name(column.Shape)} is expected";
            }
        }

        foreach (var name in input.Forbidden.Where(name => schema.Fields.Any(field => field.Name == name)))
        {
            yield return $"has a column \"{name}\", which {input.Task} would take for its own";
        }
    }

    private static bool IsShape(Column column, ColumnShape shape) => shape switch
    {
        ColumnShape.Text => Is(column, PrimitiveType.String),
        ColumnShape.TextList => column is ListColumn list && Is(list.Element, PrimitiveType.String),
        ColumnShape.Boolean => Is(column, PrimitiveType.Boolean),
        ColumnShape.BooleanList => column is ListColumn list && Is(list.Element, PrimitiveType.Boolean),
        ColumnShape.WholeNumber => Is(column, PrimitiveType.Int64) || Is(column, PrimitiveType.Int32),
        ColumnShape.Message => IsMessage(column),
        ColumnShape.Messages => column is ListColumn list && IsMessage(list.Element),
        ColumnShape.RuleReward => column is StructColumn reward && HasText(reward, "style") && HasText(reward, "ground_truth"),
        ColumnShape.ExtraInfo => column is StructColumn info && HasText(info, "split") && info.Fields.Any(f => f.Name == "index" && IsShape(f, ColumnShape.WholeNumber)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static bool IsMessage(Column column)
        => column is StructColumn message && message.Fields.Count == 2 && HasText(message, "role") && HasText(message, "content");

    private static bool HasText(StructColumn group, string field) => group.Fields.Any(f => f.Name == field && Is(f, PrimitiveType.String));

    private static bool Is(Column column, PrimitiveType type) => column is PrimitiveColumn primitive && primitive.Type == type;

    private static string Describe(Column column) => column switch
    {
        ListColumn list => $"list<{Describe(list.Element)}>",
        StructColumn group => $"struct<{string.Join(", ", group.Fields.Select(f => f.Name))}>",
        PrimitiveColumn primitive => primitive.Type switch
        {
            PrimitiveType.Boolean => "bool",
            var type => type.ToString().ToLowerInvariant(),
        },
        _ => "of an unknown kind",
    };

    private static string Name(ColumnShape shape) => shape switch
    {
        ColumnShape.Text => "string",
        ColumnShape.TextList => "list<string>",
        ColumnShape.Boolean => "bool",
        ColumnShape.BooleanList => "list<bool>",
        ColumnShape.WholeNumber => "int64",
        ColumnShape.Message => "struct<role, content>",
        ColumnShape.Messages => "list<struct<role, content>>",
        ColumnShape.RuleReward => "struct<style, ground_truth>",
        ColumnShape.ExtraInfo => "struct<split, index>",
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };
}
