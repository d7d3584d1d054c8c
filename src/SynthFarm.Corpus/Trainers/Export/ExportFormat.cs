namespace SynthFarm.Corpus.Trainers.Export;

/// <summary>A form in which rows are written for other programs.</summary>
public sealed record ExportFormat
{
    /// <summary>The name on the command line, e.g. <c>trl</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a line.</summary>
    public required string Summary { get; init; }

    /// <summary>The configs it can be made of, the usual one first.</summary>
    public required IReadOnlyList<ExportSource> Sources { get; init; }

    /// <summary>Parquet files with the columns as they are; else JSON lines.</summary>
    public bool IsParquet { get; init; }

    /// <summary>A file that helps the trainer find the rest: its name, and its text for what was written. Null for none.</summary>
    public (string File, Func<IReadOnlyList<ExportedFile>, string> Text)? Description { get; init; }
}
