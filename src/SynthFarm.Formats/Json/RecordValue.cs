using System.Text.Json;
using SynthFarm.Core.Answers;

namespace SynthFarm.Formats.Json;

/// <summary>
/// A value of a record and where it stands: JSON whatever the file was, with numbers as they were written. Immutable.
/// </summary>
internal sealed class RecordValue
{
    private RecordValue(JsonValueKind kind, string text, RecordPosition position)
    {
        Kind = kind;
        Text = text;
        Position = position;
    }

    public static RecordValue Null { get; } = new(JsonValueKind.Null, "", default);

    public JsonValueKind Kind { get; }

    /// <summary>A string's text, or a number as written; empty for all else.</summary>
    public string Text { get; }

    /// <summary>An array's items.</summary>
    public IReadOnlyList<RecordValue> Items { get; private init; } = [];

    /// <summary>An object's fields in their order, each name once.</summary>
    public IReadOnlyList<KeyValuePair<string, RecordValue>> Fields { get; private init; } = [];

    public RecordPosition Position { get; }

    public bool IsText => Kind == JsonValueKind.String;

    public bool IsNull => Kind == JsonValueKind.Null;

    /// <summary>The field of an object; null when there is none.</summary>
    public RecordValue? this[string name]
    {
        get
        {
            foreach (var (key, value) in Fields)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    public static RecordValue Of(string? text, RecordPosition position = default) =>
        text is null ? Null : new RecordValue(JsonValueKind.String, text, position);

    public static RecordValue Of(bool value, RecordPosition position = default) => new(value ? JsonValueKind.True : JsonValueKind.False, "", position);

    public static RecordValue Of(long value) => Number(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <param name="text">A number as JSON writes it.</param>
    public static RecordValue Number(string text, RecordPosition position = default) => new(JsonValueKind.Number, text, position);

    public static RecordValue Nothing(RecordPosition position) => new(JsonValueKind.Null, "", position);

    public static RecordValue Array(IReadOnlyList<RecordValue> items, RecordPosition position = default) =>
        new(JsonValueKind.Array, "", position) { Items = items };

    public static RecordValue Object(IReadOnlyList<KeyValuePair<string, RecordValue>> fields, RecordPosition position = default) =>
        new(JsonValueKind.Object, "", position) { Fields = fields };

    /// <summary>An object of the fields that have a value; those without are left out.</summary>
    public static RecordValue Object(params (string Name, RecordValue? Value)[] fields) =>
        Object([.. fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))]);

    /// <summary>The object with a field more, or another value for it.</summary>
    public RecordValue With(string name, RecordValue value) => Object(
        this[name] is null
            ? [.. Fields, KeyValuePair.Create(name, value)]
            : [.. Fields.Select(f => f.Key == name ? KeyValuePair.Create(name, value) : f)],
        Position);

    /// <summary>The object without a field.</summary>
    public RecordValue Without(string name) => this[name] is null ? this : Object([.. Fields.Where(f => f.Key != name)], Position);

    /// <summary>Whether two values are the same JSON: fields in any order, numbers by how they are written.</summary>
    public bool SameAs(RecordValue other)
    {
        if (Kind != other.Kind || Text != other.Text || Items.Count != other.Items.Count || Fields.Count != other.Fields.Count)
        {
            return false;
        }

        return Items.Zip(other.Items).All(pair => pair.First.SameAs(pair.Second))
            && Fields.All(field => other[field.Key] is { } value && field.Value.SameAs(value));
    }

    /// <summary>The value in a message, e.g. <c>the number 17</c>.</summary>
    public string Describe() => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => $"the string {QuotedText.Of(Text)}",
        JsonValueKind.Number => $"the number {(Text.Length > 40 ? Text[..40] + "..." : Text)}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
