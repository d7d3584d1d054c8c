using System.Reflection;

namespace SynthFarm.Corpus.Publishing;

/// <summary>The program as manifests name it, e.g. <c>synthfarm/0.1.0</c>.</summary>
internal static class ProductVersion
{
    public static string Name { get; } =
        $"synthfarm/{typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown"}";
}
