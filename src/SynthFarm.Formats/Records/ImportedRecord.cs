using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Records;

/// <summary>What a record of any format says: a problem and, in many formats, a solution of it. What it says beyond that is kept as a patch.</summary>
internal sealed record ImportedRecord
{
    /// <summary>The source's own id of the problem; null where it has none, or only one of the record.</summary>
    public string? Id { get; init; }

    public required string Statement { get; init; }

    /// <summary>The gold answer; null where the record does not know it.</summary>
    public string? Answer { get; init; }

    public string? Kind { get; init; }

    public string? Source { get; init; }

    public string? Topic { get; init; }

    public string? Level { get; init; }

    public string? Split { get; init; }

    public string? License { get; init; }

    /// <summary>What goes into the problem's <c>meta</c>, e.g. a reference solution; an object, or null.</summary>
    public RecordValue? Meta { get; init; }

    public ImportedSolution? Solution { get; init; }
}
