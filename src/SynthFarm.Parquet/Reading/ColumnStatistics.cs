namespace SynthFarm.Parquet.Reading;

/// <summary>What the footer says about one leaf column of a row group.</summary>
/// <param name="Min">No value is below; for text it may be a prefix. Null where unknown.</param>
/// <param name="Max">No value is above; for text it may be a raised prefix. Null where unknown.</param>
/// <param name="NullCount">Entries without a value, empty and absent lists included. Null where unknown.</param>
public sealed record ColumnStatistics(object? Min, object? Max, long? NullCount);
