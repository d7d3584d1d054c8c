using System.Globalization;
using System.Text.Json;

namespace SynthFarm.Inference.Server.Fields;

/// <summary>
/// Reads the fields of a JSON object. What has the wrong type or lies out of bounds becomes a fault and is read as if it were not there, and so does,
/// at the end, every field that nobody asked for. A field that is null is not there.
/// </summary>
/// <param name="json">The object.</param>
/// <param name="faults">Takes what is wrong.</param>
/// <param name="path">What stands before the fields' names in faults, e.g. <c>messages[0].</c>; empty at the top.</param>
internal sealed class RequestFields(JsonElement json, FaultList faults, string path = "")
{
    private readonly HashSet<string> _known = [];

    public FaultList Faults => faults;

    /// <summary>The field's full name, for faults.</summary>
    public string Name(string field) => path + field;

    /// <summary>The field's value; null where there is none.</summary>
    public JsonElement? Take(string field)
    {
        _known.Add(field);
        return json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public int? Integer(string field, int min, int max) => (int?)Long(field, min, max);

    public long? Long(string field, long min, long max)
    {
        if (Take(field) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
        {
            WrongType(field, "an integer", value);
            return null;
        }

        return InBounds(field, "integer", number, min, max) ? number : null;
    }

    public double? Number(string field, double min, double max)
    {
        if (Take(field) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number))
        {
            WrongType(field, "a decimal", value);
            return null;
        }

        return InBounds(field, "decimal", number, min, max) ? number : null;
    }

    public bool? Flag(string field)
    {
        if (Take(field) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        WrongType(field, "a boolean", value);
        return null;
    }

    public string? Text(string field) => Take(field) is { } value ? Text(field, value) : null;

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string field)
    {
        if (Take(field) is null)
        {
            Missing(field);
        }

        return Text(field) ?? "";
    }

    /// <summary>The text of a value that stands at a field.</summary>
    public string? Text(string field, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        WrongType(field, "a string", value);
        return null;
    }

    /// <summary>A field that changes nothing here.</summary>
    public void Ignore(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            _known.Add(field);
        }
    }

    /// <summary>A field that this server knows but has only one value for.</summary>
    public void Only(string field, Func<JsonElement, bool> isAllowed, string allowed)
    {
        if (Take(field) is { } value && !isAllowed(value))
        {
            Fault(field, $"Unsupported value: '{Name(field)}' must be {allowed} or absent; this server has nothing else.", "unsupported_value");
        }
    }

    /// <summary>A field that this server knows and does not support.</summary>
    public void Unsupported(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (Take(field) is not null)
            {
                Fault(field, $"Unsupported parameter: '{Name(field)}' is not supported by this server.", "unsupported_parameter");
            }
        }
    }

    /// <summary>To be called when all fields were asked for.</summary>
    public void End()
    {
        foreach (var property in json.EnumerateObject())
        {
            if (!_known.Contains(property.Name))
            {
                Fault(property.Name, $"Unknown parameter: '{Name(property.Name)}'.", "unknown_parameter");
            }
        }
    }

    public void Missing(string field) => Fault(field, $"Missing required parameter: '{Name(field)}'.", "missing_required_parameter");

    public void WrongType(string field, string expected, JsonElement value) =>
        Fault(field, $"Invalid type for '{Name(field)}': expected {expected}, but got {Kind(value)} instead.", "invalid_type");

    public void Fault(string field, string message, string code) => faults.Add(message, Name(field), code);

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    private bool InBounds<T>(string field, string kind, T number, T min, T max)
        where T : IComparable<T>, IFormattable
    {
        if (number.CompareTo(min) >= 0 && number.CompareTo(max) <= 0)
        {
            return true;
        }

        var (side, sign, bound) = number.CompareTo(max) > 0 ? ("above maximum", "<=", max) : ("below minimum", ">=", min);
        var code = $"{kind}_{(sign == "<=" ? "above_max" : "below_min")}_value";
        Fault(field, string.Create(CultureInfo.InvariantCulture, $"Invalid '{Name(field)}': {kind} {side} value. Expected a value {sign} {bound}, but got {number} instead."), code);
        return false;
    }
}
