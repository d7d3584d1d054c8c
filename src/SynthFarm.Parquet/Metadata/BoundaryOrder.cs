namespace SynthFarm.Parquet.Metadata;

/// <summary>BoundaryOrder in parquet.thrift: how the page bounds of a column index run.</summary>
internal enum BoundaryOrder
{
    Unordered = 0,
    Ascending = 1,
    Descending = 2,
}
