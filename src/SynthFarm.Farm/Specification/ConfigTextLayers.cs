namespace SynthFarm.Farm.Specification;

/// <summary>Turns environment variables and settings into nodes.</summary>
internal static class ConfigTextLayers
{
    public const string EnvironmentPrefix = "SYNTHFARM__";

    public static ConfigObject FromEnvironment(IReadOnlyDictionary<string, string> environment)
    {
        var layer = new ConfigObject(new ConfigOrigin("environment", 1));
        foreach (var (at, (name, value)) in environment.OrderBy(pair => pair.Key, StringComparer.Ordinal).Index())
        {
            if (name.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase))
            {
                var path = ConfigSchema.InSpelling(name[EnvironmentPrefix.Length..].Split("__"));
                Put(layer, path, new ConfigText(new ConfigOrigin($"environment variable {name}", 1, Column: at), value));
            }
        }

        return layer;
    }

    public static ConfigObject FromSettings(IReadOnlyList<SpecSetting> settings)
    {
        var layer = new ConfigObject(new ConfigOrigin("settings", 2));
        foreach (var (at, setting) in settings.Index())
        {
            Put(layer, setting.Key.Split('.'), new ConfigText(new ConfigOrigin(setting.Origin, 2, Column: at), setting.Value));
        }

        return layer;
    }

    private static void Put(ConfigObject layer, IReadOnlyList<string> path, ConfigText leaf)
    {
        foreach (var key in path.Take(path.Count - 1))
        {
            if (!layer.Members.TryGetValue(key, out var next) || next is not ConfigObject section)
            {
                layer.Members[key] = section = new ConfigObject(leaf.Origin);
            }

            layer = section;
        }

        layer.Members[path[^1]] = leaf;
    }
}
