using System.Text.Json;

namespace SynthFarm.Core.Tests.Answers;

/// <summary>Real data that lies beside the repository; tests that need it skip where it is absent.</summary>
internal static class SharedData
{
    public static IEnumerable<JsonElement> Lines(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "SynthFarm.sln")))
        {
            root = root.Parent;
        }

        var folder = Environment.GetEnvironmentVariable("SYNTHFARM_SHARED_DATA") ?? (root is null ? null : Path.Combine(root.FullName, "..", "shared", "data"));
        var path = folder is null ? null : Path.Combine(folder, name);
        Assert.SkipUnless(path is not null && File.Exists(path), $"../shared/data/{name} is not beside the repository");
        foreach (var line in File.ReadLines(path!))
        {
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }
}
