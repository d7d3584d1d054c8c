using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace SynthFarm.Cli.Tests.Docs;

/// <summary>Holds the projects to docs/architecture.md: dependencies point inward.</summary>
public class ArchitectureTests
{
    // What each project may refer to; a project that is not listed fails until someone decides where it belongs.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["SynthFarm.Core"] = [],
        ["SynthFarm.Parquet"] = [],
        ["SynthFarm.Inference"] = ["SynthFarm.Core"],
        ["SynthFarm.Inference.OpenAI"] = ["SynthFarm.Core", "SynthFarm.Inference"],
        ["SynthFarm.Inference.Server"] = ["SynthFarm.Core", "SynthFarm.Inference"],
        ["SynthFarm.TinyModels"] = ["SynthFarm.Core", "SynthFarm.Inference"],
        ["SynthFarm.Corpus"] = ["SynthFarm.Core", "SynthFarm.Parquet"],
        ["SynthFarm.Formats"] = ["SynthFarm.Core", "SynthFarm.Corpus", "SynthFarm.Parquet"],
        ["SynthFarm.Farm"] = ["SynthFarm.Core", "SynthFarm.Corpus"],
        ["SynthFarm.Cli"] =
        [
            "SynthFarm.Core", "SynthFarm.Parquet", "SynthFarm.Inference", "SynthFarm.Inference.OpenAI", "SynthFarm.Inference.Server", "SynthFarm.TinyModels", "SynthFarm.Corpus", "SynthFarm.Formats", "SynthFarm.Farm",
        ],
    };

    public static TheoryData<string> Projects => [.. Directory.GetFiles(Source(), "*.csproj", SearchOption.AllDirectories)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_references_point_inward(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.ContainsKey(name), $"{name} is not in the picture of the architecture.");
        var references = XDocument.Load(project).Descendants("ProjectReference").Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value));
        Assert.All(references, reference => Assert.Contains(reference, Allowed[name]));
    }

    [Fact]
    public void Core_references_no_package() =>
        Assert.Empty(XDocument.Load(Path.Combine(Source(), "SynthFarm.Core", "SynthFarm.Core.csproj")).Descendants("PackageReference"));

    private static string Source([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "src"));
}
