using System.Text.Json;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.NamedColumns;

/// <summary>Records whose columns the user names: plain JSON lines, CSV, Parquet. Columns that nobody named are kept beside the problem.</summary>
internal sealed class ColumnReader(string format, FieldNames names) : IFormatReader
{
    private static readonly string[] _right = ["correct", "right", "true", "yes", "1", "+"];
    private static readonly string[] _wrong = ["wrong", "incorrect", "false", "no", "0", "-1", "-"];

    public ReadOutcome Read(RecordFields record)
    {
        var solution = names.Solution is null ? null : record.Text(names.Solution);
        var producer = names.Producer is null ? null : record.Text(names.Producer);
        var label = Label(record);
        var read = new ImportedRecord
        {
            Id = Word(record, names.Id),
            Statement = record.Text(names.Problem),
            Answer = record.TextOrNumber(names.Answer),
            Kind = Word(record, names.Kind),
            Source = Word(record, names.Source),
            Topic = Word(record, names.Topic),
            Level = Word(record, names.Level),
            Split = Word(record, names.Split),
            License = Word(record, names.License),
            Meta = Meta(record),
        };
        return !record.IsSound ? ReadOutcome.None
            : solution is null ? read
            : read with { Solution = ReferenceSteps.Of(solution, ColumnSolution.Stated(read, solution), producer ?? format, label) };
    }

    /// <summary>An optional text; an empty cell is none.</summary>
    private static string? Word(RecordFields record, string name) => record.OptionalTextOrNumber(name) is { Length: > 0 } text ? text : null;

    private RecordValue? Meta(RecordFields record)
    {
        var value = record.Find(names.Meta);
        if (value is { IsText: true })
        {
            // CSV and Parquet hold it as text.
            return value.Text.Length == 0 ? null : ParseMeta(record, value);
        }

        if (value is { IsNull: false, Kind: not JsonValueKind.Object })
        {
            record.Fault(value, names.Meta, $"found {value.Describe()}; allowed is an object");
        }

        return value is { Kind: JsonValueKind.Object, Fields.Count: > 0 } ? value : null;
    }

    private RecordValue? ParseMeta(RecordFields record, RecordValue text)
    {
        var message = "";
        var parsed = new RecordParser(new RecordPosition(1, 1), (_, _, fault) => message = fault).Parse(System.Text.Encoding.UTF8.GetBytes(text.Text));
        if (parsed is not { Kind: JsonValueKind.Object })
        {
            record.Fault(text, names.Meta, $"{(message.Length == 0 ? $"found {text.Describe()}" : message.Split(';')[0])}; allowed is a JSON object as text");
            return null;
        }

        return parsed.Fields.Count == 0 ? null : parsed;
    }

    private bool? Label(RecordFields record)
    {
        if (names.Label is null)
        {
            return null;
        }

        var value = record.Find(names.Label);
        if (value is { Kind: JsonValueKind.True or JsonValueKind.False })
        {
            return value.Kind == JsonValueKind.True;
        }

        var word = value?.Text.ToLowerInvariant();
        if (value is null || word is null || (!_right.Contains(word) && !_wrong.Contains(word)))
        {
            record.Fault(value ?? record.Root, names.Label, $"found {value?.Describe() ?? "none"}; allowed are {string.Join(", ", _right)} and {string.Join(", ", _wrong)}");
            return null;
        }

        return _right.Contains(word);
    }
}
