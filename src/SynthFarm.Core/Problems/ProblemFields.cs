using System.Text.Json;

namespace SynthFarm.Core.Problems;

/// <summary>The fields of one problem line, as read from a file or made by a generator.</summary>
public sealed record ProblemFields
{
    public string? Id { get; init; }

    public required string Statement { get; init; }

    /// <summary>The gold answer; null where there is none.</summary>
    public required string? Answer { get; init; }

    public string? Kind { get; init; }

    public string? Source { get; init; }

    public string? Topic { get; init; }

    public string? Level { get; init; }

    public string? Split { get; init; }

    public string? License { get; init; }

    public JsonElement? Meta { get; init; }
}
