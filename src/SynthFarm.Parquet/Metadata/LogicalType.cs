namespace SynthFarm.Parquet.Metadata;

/// <summary>Field ids of the union LogicalType in parquet.thrift: those that the reader acts on and the writer sets.</summary>
internal enum LogicalType
{
    None = 0,
    String = 1,
    Map = 2,
    List = 3,
    Enum = 4,
    Integer = 10,
    Json = 12,
}
