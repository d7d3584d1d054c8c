using System.Text;
using System.Text.Json;

namespace SynthFarm.Farm.Specification;

/// <summary>Reads and writes run specifications.</summary>
public static class RunSpecReader
{
    /// <summary>Layers the sources over the defaults, binds strictly and validates.</summary>
    /// <exception cref="SpecException">Unknown keys, values of the wrong type or out of bounds: all of them, each with its place.</exception>
    public static RunSpec Read(SpecSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var merged = sources.FileName is { } name ? ConfigFileParser.Parse(sources.File.Span, name) : new ConfigObject(default);
        merged.Merge(ConfigTextLayers.FromEnvironment(sources.Environment));
        merged.Merge(ConfigTextLayers.FromSettings(sources.Settings));
        var binder = new ConfigBinder();
        var json = binder.Bind(merged);
        var spec = json.Deserialize<RunSpec>(SpecJson.Options)!;
        foreach (var violation in spec.Validate())
        {
            binder.AddViolation(violation);
        }

        return binder.Faults.Count == 0 ? spec : throw new SpecException(binder.Faults);
    }

    /// <summary>Every key of a specification, dotted and sorted: what <c>--set</c> takes.</summary>
    public static IReadOnlyList<string> Keys => ConfigSchema.Leaves();

    /// <summary>The complete specification as JSON, defaults included.</summary>
    public static string Write(RunSpec spec) => JsonSerializer.Serialize(spec, SpecJson.Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="SpecException">The text is not a valid specification.</exception>
    public static RunSpec Parse(string json, string fileName) =>
        Read(new SpecSources { FileName = fileName, File = Encoding.UTF8.GetBytes(json) });
}
