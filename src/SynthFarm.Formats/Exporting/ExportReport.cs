namespace SynthFarm.Formats.Exporting;

/// <summary>What became of the problems of an export. Nothing is dropped without a count here.</summary>
public sealed record ExportReport
{
    public required string Format { get; init; }

    /// <summary>Problems read.</summary>
    public required long Problems { get; init; }

    /// <summary>Records written.</summary>
    public required long Records { get; init; }

    /// <summary>Records among them that were imported from this format and are given back as they were.</summary>
    public required long Restored { get; init; }

    /// <summary>Problems that gave no record, by reason.</summary>
    public required IReadOnlyDictionary<string, long> LeftOut { get; init; }

    /// <summary>Fields that the format, or the form of the file, cannot hold.</summary>
    public required IReadOnlyList<Loss> Losses { get; init; }
}
