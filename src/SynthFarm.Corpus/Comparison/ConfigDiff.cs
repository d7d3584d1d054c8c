namespace SynthFarm.Corpus.Comparison;

/// <summary>The rows of one config.</summary>
public sealed record ConfigDiff
{
    public required string Config { get; init; }

    public long RowsA { get; init; }

    public long RowsB { get; init; }

    /// <summary>Equal in every column.</summary>
    public long Same { get; init; }

    /// <summary>In B only.</summary>
    public long Added { get; init; }

    /// <summary>In A only.</summary>
    public long Removed { get; init; }

    /// <summary>A row of a problem in A that has a row in B in its place: the same id with other values, or another id.</summary>
    public long Changed { get; init; }

    /// <summary>Why, most frequent first.</summary>
    public IReadOnlyList<DiffReason> Reasons { get; init; } = [];

    /// <summary>In how many rows of one id a column has another value, most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Columns { get; init; } = [];

    /// <summary>Columns that only one of the two has; they are not compared.</summary>
    public IReadOnlyList<string> ColumnsNotCompared { get; init; } = [];
}
