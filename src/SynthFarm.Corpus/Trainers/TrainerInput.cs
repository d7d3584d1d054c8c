using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trainers;

/// <summary>What a trainer reads from one config, and the rules it holds a row to.</summary>
public sealed record TrainerInput
{
    /// <summary>The config's folder, e.g. <c>sft</c>.</summary>
    public required string Config { get; init; }

    /// <summary>The kind of training, in the trainer's own words.</summary>
    public required string Task { get; init; }

    /// <summary>The columns it reads; all must be there.</summary>
    public required IReadOnlyList<TrainerColumn> Columns { get; init; }

    /// <summary>Names that must not be there, because the trainer would take such a column for something else.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>What is wrong with a row whose columns have the right types; nothing for a good one.</summary>
    public required Func<ParquetRow, IEnumerable<string>> RowFaults { get; init; }
}
