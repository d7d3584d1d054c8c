using SynthFarm.Formats.Faults;

namespace SynthFarm.Formats.Importing;

/// <summary>What became of the records of an import. Nothing is dropped without a count here.</summary>
public sealed record ImportReport
{
    public required string Format { get; init; }

    /// <summary>Records found, broken ones included.</summary>
    public required long Read { get; init; }

    /// <summary>Problems written.</summary>
    public required long Problems { get; init; }

    /// <summary>Records that told of a problem again and, without a tree to hold another solution, added nothing.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Trees stored.</summary>
    public required long Trees { get; init; }

    /// <summary>Solutions in them.</summary>
    public required long Solutions { get; init; }

    /// <summary>Steps in them, roots not counted.</summary>
    public required long Steps { get; init; }

    /// <summary>Answers of these solutions by our verdict.</summary>
    public required ImportedAnswers Answers { get; init; }

    /// <summary>Records left out, by reason.</summary>
    public required IReadOnlyDictionary<string, long> LeftOut { get; init; }

    /// <summary>Fields that could not be kept.</summary>
    public required IReadOnlyList<Loss> Losses { get; init; }

    /// <summary>The faults of left-out records, up to the limit; empty unless they were to be skipped.</summary>
    public required IReadOnlyList<ImportFault> Faults { get; init; }
}
