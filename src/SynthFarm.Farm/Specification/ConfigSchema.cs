using System.Text.Json.Serialization.Metadata;

namespace SynthFarm.Farm.Specification;

/// <summary>The keys a specification may hold, read off the options' types.</summary>
internal static class ConfigSchema
{
    /// <summary>The settable keys of a section, by name; null when the type is a value and not a section.</summary>
    public static IReadOnlyDictionary<string, Type>? Section(Type type)
    {
        var info = SpecJson.Options.GetTypeInfo(type);
        return info.Kind == JsonTypeInfoKind.Object && type != typeof(object)
            ? info.Properties.Where(property => property.Set is not null).ToDictionary(p => p.Name, p => p.PropertyType, StringComparer.Ordinal)
            : null;
    }

    /// <summary>Every value's dotted key, sorted.</summary>
    public static IReadOnlyList<string> Leaves() => LeavesOf(typeof(RunSpec), "").Order(StringComparer.Ordinal).ToList();

    /// <summary>Respells a path in any case as the keys are spelled; what no key matches stays as it is, in lower case.</summary>
    public static IReadOnlyList<string> InSpelling(IReadOnlyList<string> path)
    {
        var spelled = new List<string>();
        Type? at = typeof(RunSpec);
        foreach (var part in path)
        {
            var keys = at is null ? null : Section(at);
            var match = keys?.Keys.FirstOrDefault(key => string.Equals(key, part, StringComparison.OrdinalIgnoreCase));
            spelled.Add(match ?? part.ToLowerInvariant());
            at = match is null ? null : keys![match];
        }

        return spelled;
    }

    /// <summary>What a value of the type looks like, to complete "allowed is".</summary>
    public static string Describe(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } optional)
        {
            return $"{Describe(optional)}, or null";
        }

        return type == typeof(bool) ? "true or false"
            : type == typeof(string) ? "text"
            : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName))
            : type == typeof(int) || type == typeof(long) ? "a whole number"
            : type == typeof(ulong) ? "a whole number from 0 to 18446744073709551615"
            : type == typeof(double) || type == typeof(float) ? "a number"
            : $"a list, each item {DescribeItem(type.GetGenericArguments()[0])}";
    }

    private static string DescribeItem(Type type) => Section(type) is { } section
        ? $"an object with the keys {string.Join(", ", section.Keys.Order(StringComparer.Ordinal))}"
        : (type.IsEnum ? "one of " : "") + Describe(type);

    private static IEnumerable<string> LeavesOf(Type type, string path) => Section(type) is { } section
        ? section.SelectMany(key => LeavesOf(key.Value, path.Length == 0 ? key.Key : $"{path}.{key.Key}"))
        : [path];
}
