using SynthFarm.Core.Problems;
using SynthFarm.Formats.NamedColumns;

namespace SynthFarm.Formats.Exporting;

/// <summary>What is exported, from where and to where.</summary>
public sealed record ExportRequest
{
    /// <summary>One of <see cref="FormatRegistry.Names"/>.</summary>
    public required string Format { get; init; }

    /// <summary>A problem file, a run directory or a snapshot. Formats that hold solutions need one of the latter two.</summary>
    public required string Input { get; init; }

    /// <summary>
    /// The file to write; it appears whole or not at all. Its ending decides the form: <c>.parquet</c>, <c>.csv</c>, <c>.json</c> (an array), else
    /// JSON lines; <c>.gz</c> behind it compresses. For <c>math</c> a name without an ending is a folder.
    /// </summary>
    public required string Output { get; init; }

    public FieldNames Fields { get; init; } = new();

    /// <summary>Whether a problem of a run belongs to the export. Default null: all do.</summary>
    public Func<Problem, bool>? Includes { get; init; }

    /// <summary>Most faults of a problem file that are told. Default 100. At least 1.</summary>
    public int MaxFaults { get; init; } = 100;
}
