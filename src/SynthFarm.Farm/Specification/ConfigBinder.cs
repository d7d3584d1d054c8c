using System.Text.Json;
using System.Text.Json.Nodes;

namespace SynthFarm.Farm.Specification;

/// <summary>Checks merged nodes against the options' types, key by key, and makes plain JSON of them.</summary>
internal sealed class ConfigBinder
{
    private readonly List<(ConfigOrigin Origin, string Message)> _faults = [];
    private readonly Dictionary<string, ConfigOrigin> _origins = new(StringComparer.Ordinal);

    /// <summary>Everything wrong so far, in the order it was written.</summary>
    public IReadOnlyList<SpecFault> Faults => _faults
        .OrderBy(fault => (fault.Origin.Layer, fault.Origin.Line, fault.Origin.Column))
        .Select(fault => new SpecFault(fault.Origin.ToString(), fault.Message)).ToList();

    public JsonObject Bind(ConfigObject section) => BindSection(section, typeof(RunSpec), "");

    /// <summary>Adds a violated bound, told where its key was written; a message begins with its key.</summary>
    public void AddViolation(string message)
    {
        var key = message[..Math.Max(0, message.IndexOf(' ', StringComparison.Ordinal))];
        _faults.Add((_origins.GetValueOrDefault(key, new ConfigOrigin("", -1)), message));
    }

    private JsonObject BindSection(ConfigObject section, Type type, string path)
    {
        var allowed = ConfigSchema.Section(type)!;
        var result = new JsonObject();
        foreach (var (key, node) in section.Members)
        {
            var fullKey = path.Length == 0 ? key : $"{path}.{key}";
            if (!allowed.TryGetValue(key, out var keyType))
            {
                var guess = NearestName.Find(key, allowed.Keys) is { } name ? $" did you mean \"{name}\"?" : "";
                Fault(node, $"unknown key \"{fullKey}\";{guess} allowed here are {string.Join(", ", allowed.Keys.Order(StringComparer.Ordinal))}.");
            }
            else if (ConfigSchema.Section(keyType) is { } inner)
            {
                if (node is ConfigObject innerSection)
                {
                    result[key] = BindSection(innerSection, keyType, fullKey);
                }
                else
                {
                    Fault(node, $"{fullKey} is {Found(node)}; it is a section with the keys {string.Join(", ", inner.Keys.Order(StringComparer.Ordinal))}.");
                }
            }
            else if (TryBindValue(node, keyType, fullKey, out var value))
            {
                _origins[fullKey] = node.Origin;
                result[key] = value;
            }
        }

        return result;
    }

    private bool TryBindValue(ConfigNode node, Type type, string key, out JsonNode? bound)
    {
        bound = null;
        try
        {
            var json = node switch
            {
                ConfigText text when type == typeof(string) || type.IsEnum => JsonSerializer.SerializeToElement(text.Text),
                ConfigText text => JsonElement.Parse(text.Text),
                ConfigValue value => value.Value,
                _ => default,
            };
            if (json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) && !HoldsNull(json))
            {
                json.Deserialize(type, SpecJson.Options);
                bound = JsonNode.Parse(json.GetRawText());
                return true;
            }

            if (json.ValueKind == JsonValueKind.Null && Nullable.GetUnderlyingType(type) is not null)
            {
                return true;
            }
        }
        catch (JsonException)
        {
            // Told below, in the user's words.
        }

        Fault(node, $"{key} is {Found(node)}; allowed is {ConfigSchema.Describe(type)}.");
        return false;
    }

    /// <summary>Whether a list has an item that is null, which the serializer would let into a list of anything.</summary>
    private static bool HoldsNull(JsonElement json)
        => json.ValueKind == JsonValueKind.Array && json.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null);

    private void Fault(ConfigNode node, string message) => _faults.Add((node.Origin, message));

    private static string Found(ConfigNode node)
    {
        var text = node switch
        {
            ConfigText given => JsonSerializer.Serialize(given.Text, SpecJson.Compact),
            ConfigValue given => given.Value.GetRawText(),
            _ => "a section",
        };
        return text.Length <= 80 ? text : text[..77] + "...";
    }
}
