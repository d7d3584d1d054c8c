using System.Reflection;
using System.Text.Json;

namespace SynthFarm.Cli.Commands.Doctor;

/// <summary>The product's version and the packages it was built with.</summary>
internal static class VersionChecks
{
    public static string ProductVersion { get; } =
        typeof(VersionChecks).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static IEnumerable<Finding> Run(string baseFolder)
    {
        yield return Finding.Ok("synthfarm", ProductVersion);
        var path = Path.Combine(baseFolder, "synthfarm.deps.json");
        yield return File.Exists(path)
            ? Finding.Ok("packages", string.Join(", ", Packages(path)))
            : Finding.Warning("packages", $"not known: {path} is missing");
    }

    // The build lists every library as "name/version" with its type.
    private static IEnumerable<string> Packages(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. file.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package")
            .Select(library => library.Name.Replace('/', ' '))
            .Order(StringComparer.Ordinal)];
    }
}
