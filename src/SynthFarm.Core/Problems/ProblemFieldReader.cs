using System.Text.Json;

namespace SynthFarm.Core.Problems;

/// <summary>Checks the fields of a scanned line and takes them over.</summary>
internal sealed class ProblemFieldReader(ProblemLineScan scan, bool allowsNoAnswer)
{
    private const int MaxIdLength = 200;
    private const int MaxSplitLength = 64;

    /// <summary>The fields that are read; every other one is ignored.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "id", "problem", "answer", "kind", "source", "topic", "level", "split", "license", "meta",
    };

    /// <summary>Reads the fields; false when a fault was found, now or before.</summary>
    public bool TryRead(out ProblemFields fields)
    {
        var id = Optional("id");
        if (id is not null && (id.Length is 0 or > MaxIdLength || id.Any(char.IsControl)))
        {
            Fault("id", "allowed are 1 to 200 characters, none of them a control character");
        }

        var split = Optional("split");
        if (split is not null && !IsSplit(split))
        {
            Fault("split", "allowed are words of letters, digits and _ with dots between them, e.g. 'train', of at most 64 characters");
        }

        fields = new ProblemFields
        {
            Id = id,
            Statement = Required("problem", allowsNumber: false),
            Answer = allowsNoAnswer && HasNone("answer") ? null : Required("answer", allowsNumber: true),
            Kind = Optional("kind"),
            Source = Optional("source"),
            Topic = Optional("topic"),
            Level = Optional("level"),
            Split = split,
            License = Optional("license"),
            Meta = Meta(),
        };
        return scan.Faults.Count == 0;
    }

    private bool HasNone(string name) => !scan.Values.TryGetValue(name, out var value)
        || value.Type == JsonTokenType.Null || (value.Type == JsonTokenType.String && string.IsNullOrWhiteSpace(value.Text));

    private string Required(string name, bool allowsNumber)
    {
        var allowed = allowsNumber ? "allowed is a string that is not blank, or a number" : "allowed is a string that is not blank";
        if (!scan.Values.TryGetValue(name, out var value))
        {
            scan.AddFault(name, $"found none; {allowed}");
            return "";
        }

        if (value.Type != JsonTokenType.String && !(allowsNumber && value.Type == JsonTokenType.Number))
        {
            Fault(name, allowed);
        }
        else if (string.IsNullOrWhiteSpace(value.Text))
        {
            scan.AddFault(name, $"found {(value.Text.Length == 0 ? "an empty string" : "a blank string")}; {allowed}");
        }

        return value.Text;
    }

    private string? Optional(string name)
    {
        if (!scan.Values.TryGetValue(name, out var value) || value.Type == JsonTokenType.Null)
        {
            return null;
        }

        if (value.Type != JsonTokenType.String)
        {
            Fault(name, "allowed is a string");
            return null;
        }

        return value.Text;
    }

    private JsonElement? Meta()
    {
        if (!scan.Values.TryGetValue("meta", out var value) || value.Type == JsonTokenType.Null)
        {
            return null;
        }

        if (value.Type != JsonTokenType.StartObject)
        {
            Fault("meta", "allowed is an object");
        }

        return value.Element;
    }

    private void Fault(string name, string allowed) => scan.AddFault(name, $"found {scan.Values[name].Describe()}; {allowed}");

    private static bool IsSplit(string split) => split.Length is > 0 and <= MaxSplitLength
        && split.Split('.').All(word => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
}
