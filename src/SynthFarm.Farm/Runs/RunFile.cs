using System.Text.Json;
using System.Text.Json.Nodes;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Runs;

/// <summary>
/// <c>run.json</c>: what a run is. Written once its problems are accepted and replaced in one rename; no times in it, so that equal runs
/// have equal files.
/// </summary>
public sealed record RunFile
{
    public const string FileName = "run.json";

    /// <summary>What <see cref="Format"/> must be.</summary>
    public const string ExpectedFormat = "synthfarm-run/1";

    public required string Format { get; init; }

    /// <summary>Name of the run in lineages: the first 16 digits of its configuration hash.</summary>
    public required string RunId { get; init; }

    /// <summary>SHA-256 over what decides the output, 64 hex digits.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>What decides the output, key by key.</summary>
    public required JsonObject Configuration { get; init; }

    /// <summary>The effective specification of the latest start, defaults included.</summary>
    public required RunSpec Spec { get; init; }

    public required AcceptedProblems Problems { get; init; }

    /// <summary>The product's version at the latest start.</summary>
    public required string ProductVersion { get; init; }

    internal RunConfiguration ToConfiguration() => RunConfiguration.Parse(Configuration.ToJsonString());

    internal byte[] Serialize() => JsonSerializer.SerializeToUtf8Bytes(this, SpecJson.Options);

    /// <summary>Reads the run file of a directory; null when there is none.</summary>
    /// <exception cref="RunDirectoryException">It is damaged or of another format.</exception>
    public static RunFile? TryLoad(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var file = JsonSerializer.Deserialize<RunFile>(File.ReadAllBytes(path), SpecJson.Options) ?? throw new JsonException("it holds nothing.");
            if (file.Format != ExpectedFormat)
            {
                throw new JsonException($"its format is \"{file.Format}\"; this version reads \"{ExpectedFormat}\".");
            }

            return file.ToConfiguration().Hash == file.ConfigHash
                ? file
                : throw new JsonException("its configuration does not match its configHash; it was changed by hand.");
        }
        catch (JsonException e)
        {
            throw new RunDirectoryException($"{path}: {e.Message}", e);
        }
    }
}
