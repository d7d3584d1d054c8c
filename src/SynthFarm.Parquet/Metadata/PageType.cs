namespace SynthFarm.Parquet.Metadata;

/// <summary>PageType in parquet.thrift.</summary>
internal enum PageType
{
    Data = 0,
    Index = 1,
    Dictionary = 2,
    DataV2 = 3,
}
