namespace SynthFarm.Farm.Specification;

/// <summary>Where a specification comes from; later ones override earlier ones: file, environment, settings.</summary>
public sealed record SpecSources
{
    /// <summary>The file's name for messages; null when there is none.</summary>
    public string? FileName { get; init; }

    /// <summary>The file's bytes: JSON, comments and trailing commas allowed, UTF-8 with or without a byte order mark.</summary>
    public ReadOnlyMemory<byte> File { get; init; }

    /// <summary>Environment variables; those beginning with <c>SYNTHFARM__</c> count, e.g. <c>SYNTHFARM__BUDGET__MAXTOKENS</c>, in any case.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Flags and <c>--set</c>, in order; the last one for a key counts.</summary>
    public IReadOnlyList<SpecSetting> Settings { get; init; } = [];
}
