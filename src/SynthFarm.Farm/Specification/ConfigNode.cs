using System.Text.Json;

namespace SynthFarm.Farm.Specification;

/// <summary>A piece of a specification that knows where it was written.</summary>
internal abstract record ConfigNode(ConfigOrigin Origin);

/// <summary>A section.</summary>
internal sealed record ConfigObject(ConfigOrigin Origin) : ConfigNode(Origin)
{
    public Dictionary<string, ConfigNode> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Lays another section over this one, key by key.</summary>
    public void Merge(ConfigObject over)
    {
        foreach (var (key, node) in over.Members)
        {
            if (node is ConfigObject section && Members.TryGetValue(key, out var mine) && mine is ConfigObject mySection)
            {
                mySection.Merge(section);
            }
            else
            {
                Members[key] = node;
            }
        }
    }
}

/// <summary>A value written as JSON.</summary>
internal sealed record ConfigValue(ConfigOrigin Origin, JsonElement Value) : ConfigNode(Origin);

/// <summary>A value written as text, whose type is that of its key.</summary>
internal sealed record ConfigText(ConfigOrigin Origin, string Text) : ConfigNode(Origin);
