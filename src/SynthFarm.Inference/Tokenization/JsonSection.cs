using System.Text.Json;

namespace SynthFarm.Inference.Tokenization;

/// <summary>An object or value of a JSON file together with where it stands, so that each complaint can name the key.</summary>
internal readonly struct JsonSection(JsonElement element, string file, string path)
{
    public JsonElement Element => element;

    public string Path => path;

    public JsonSection this[string key] => Has(key)
        ? new JsonSection(element.GetProperty(key), file, Join(key))
        : throw Error($"the key \"{Join(key)}\" is missing");

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>True where the key exists and is not null.</summary>
    public bool Has(string key) =>
        element.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Checks that this is an object with none but these keys, each at most once.</summary>
    public JsonSection Only(params ReadOnlySpan<string> keys)
    {
        RequireKind(JsonValueKind.Object, "an object");
        var seen = new HashSet<string>();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!keys.Contains(property.Name))
                throw Error($"the key \"{Join(property.Name)}\" is not supported; allowed here: {string.Join(", ", keys)}");
            if (!seen.Add(property.Name))
                throw Error($"the key \"{Join(property.Name)}\" occurs twice");
        }

        return this;
    }

    /// <summary>Checks that the key is absent, null, or one of the allowed values (compared as JSON text).</summary>
    public void Allow(string key, params ReadOnlySpan<string> values)
    {
        if (Has(key) && !values.Contains(element.GetProperty(key).GetRawText()))
            throw Unsupported(key, values.Length == 0 ? "null" : string.Join(", ", values));
    }

    public TokenizerFormatException Unsupported(string key, string allowed) =>
        Error($"{Join(key)} is {Shorten(element.GetProperty(key).GetRawText())}, which is not supported; allowed: {allowed}");

    public bool Flag(string key, bool fallback) => !Has(key) ? fallback : element.GetProperty(key).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unsupported(key, "true, false"),
    };

    public string Text()
    {
        RequireKind(JsonValueKind.String, "a string");
        return element.GetString()!;
    }

    public int Id() => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int id) && id >= 0
        ? id
        : throw Error($"{path} is {Shorten(element.GetRawText())}; it must be an integer of at least 0");

    public IEnumerable<JsonSection> Items()
    {
        RequireKind(JsonValueKind.Array, "an array");
        int index = 0;
        foreach (JsonElement item in element.EnumerateArray())
            yield return new JsonSection(item, file, $"{path}[{index++}]");
    }

    /// <summary>The steps that this is: itself, or of a Sequence those that the key lists, however deep.</summary>
    public IEnumerable<JsonSection> Steps(string key) => this["type"].Text() == "Sequence"
        ? Only("type", key)[key].Items().SelectMany(step => step.Steps(key))
        : [this];

    public void RequireKind(JsonValueKind kind, string name)
    {
        if (element.ValueKind != kind)
            throw Error($"{(path.Length == 0 ? "the file" : path)} is {Shorten(element.GetRawText())}; it must be {name}");
    }

    public TokenizerFormatException Error(string what) => new($"{file}: {what}.");

    private string Join(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..77] + "...";
}
