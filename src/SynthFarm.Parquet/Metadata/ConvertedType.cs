namespace SynthFarm.Parquet.Metadata;

/// <summary>ConvertedType in parquet.thrift, the older annotation: those that the reader acts on and the writer sets.</summary>
internal enum ConvertedType
{
    Utf8 = 0,
    Map = 1,
    MapKeyValue = 2,
    List = 3,
    Enum = 4,
    Int32 = 17,
    Int64 = 18,
    Json = 19,
}
