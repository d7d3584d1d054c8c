using System.Globalization;
using System.Text.Json;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Sources;

namespace SynthFarm.Formats.Records;

/// <summary>Takes fields out of a record and tells what is wrong with them; a record with a fault is left to the end, so that all its faults are told.</summary>
internal sealed class RecordFields
{
    private readonly SourceRecord _record;
    private readonly FaultLog _faults;
    private readonly long _before;

    public RecordFields(SourceRecord record, FaultLog faults)
    {
        _record = record;
        _faults = faults;
        _before = faults.Count;
        Root = record.Value!;
        if (Root.Kind != JsonValueKind.Object)
        {
            Fault(Root, "", $"found {Root.Describe()}; allowed is an object");
        }
    }

    public RecordValue Root { get; }

    public bool IsSound => _faults.Count == _before;

    /// <summary>Tells a fault at a value.</summary>
    public void Fault(RecordValue at, string field, string message) =>
        _faults.Add(ImportFault.At(_record.File, at.Position, FieldName.Of(field), message));

    /// <summary>The value a path with dots leads to; null when there is none.</summary>
    public RecordValue? Find(string path) => Find(Root, path);

    /// <summary>A text that must be there and not be blank; empty after a fault.</summary>
    public string Text(string path) => Text(Root, path, path);

    /// <inheritdoc cref="Text(string)"/>
    /// <param name="parent">Where the path starts.</param>
    /// <param name="path">The way from there.</param>
    /// <param name="field">What messages call it.</param>
    public string Text(RecordValue parent, string path, string field)
    {
        const string allowed = "allowed is a string that is not blank";
        if (Find(parent, path) is not { } value)
        {
            Fault(parent, field, $"found none; {allowed}");
            return "";
        }

        if (!value.IsText || string.IsNullOrWhiteSpace(value.Text))
        {
            Fault(value, field, $"found {(value.IsText ? value.Text.Length == 0 ? "an empty string" : "a blank string" : value.Describe())}; {allowed}");
            return "";
        }

        return value.Text;
    }

    /// <summary>A text that may be missing or null.</summary>
    public string? OptionalText(string path)
    {
        if (Find(path) is not { IsNull: false } value)
        {
            return null;
        }

        if (!value.IsText)
        {
            Fault(value, path, $"found {value.Describe()}; allowed is a string");
            return null;
        }

        return value.Text;
    }

    /// <summary>A text or a number, which must be there; a number stands for its text.</summary>
    public string TextOrNumber(string path)
    {
        if (Find(path) is { Kind: JsonValueKind.Number } number)
        {
            return number.Text;
        }

        if (Find(path) is { IsText: false } other)
        {
            Fault(other, path, $"found {other.Describe()}; allowed is a string that is not blank, or a number");
            return "";
        }

        return Text(path);
    }

    /// <summary>A text or a number that may be missing or null.</summary>
    public string? OptionalTextOrNumber(string path) => Find(path) is { Kind: JsonValueKind.Number } number ? number.Text : OptionalText(path);

    /// <summary>An array that must be there; empty after a fault.</summary>
    public IReadOnlyList<RecordValue> Array(string path) => Array(Root, path, path);

    /// <inheritdoc cref="Array(string)"/>
    public IReadOnlyList<RecordValue> Array(RecordValue parent, string path, string field)
    {
        if (Find(parent, path) is { Kind: JsonValueKind.Array } found)
        {
            return found.Items;
        }

        var value = Find(parent, path);
        Fault(value ?? parent, field, $"found {value?.Describe() ?? "none"}; allowed is an array");
        return [];
    }

    /// <summary>An array of texts; empty after a fault.</summary>
    public IReadOnlyList<string> Texts(string path)
    {
        var items = Array(path);
        for (var i = 0; i < items.Count; i++)
        {
            if (!items[i].IsText)
            {
                Fault(items[i], $"{path}[{i}]", $"found {items[i].Describe()}; allowed is a string");
            }
        }

        return items.All(item => item.IsText) ? [.. items.Select(item => item.Text)] : [];
    }

    /// <summary>A whole number between two bounds that must be there; null after a fault.</summary>
    public int? Integer(string path, int min, int max)
    {
        var value = Find(path);
        if (value is { Kind: JsonValueKind.Number } && int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return number;
        }

        Fault(value ?? Root, path, $"found {value?.Describe() ?? "none"}; allowed are whole numbers from {min} to {max}");
        return null;
    }

    /// <summary>True or false, which must be there; null after a fault.</summary>
    public bool? Flag(string path)
    {
        var value = Find(path);
        if (value is { Kind: JsonValueKind.True or JsonValueKind.False })
        {
            return value.Kind == JsonValueKind.True;
        }

        Fault(value ?? Root, path, $"found {value?.Describe() ?? "none"}; allowed are true and false");
        return null;
    }

    /// <summary>One of a few words, which must be there; null after a fault.</summary>
    public string? Word(string path, params string[] allowed)
    {
        var value = Find(path);
        if (value is { IsText: true } && allowed.Contains(value.Text))
        {
            return value.Text;
        }

        Fault(value ?? Root, path, $"found {value?.Describe() ?? "none"}; allowed are {string.Join(", ", allowed)}");
        return null;
    }

    // A name with a dot in it is a name before it is a path.
    private static RecordValue? Find(RecordValue parent, string path)
    {
        if (parent[path] is { } found || path.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot))
        {
            return parent[path];
        }

        return parent[path[..dot]] is { } inner ? Find(inner, path[(dot + 1)..]) : null;
    }
}
