using System.Buffers.Binary;
using System.Text;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Reading;

/// <summary>Turns a bound in PLAIN form into a value.</summary>
internal static class StatisticsValue
{
    /// <summary>Null for bytes that are no value of the type, as statistics are a help and never needed.</summary>
    public static object? Decode(PrimitiveType type, byte[]? bound) => (type, bound?.Length) switch
    {
        (_, null) => null,
        (PrimitiveType.Boolean, 1) => bound[0] != 0,
        (PrimitiveType.Int32, 4) => BinaryPrimitives.ReadInt32LittleEndian(bound),
        (PrimitiveType.Int64, 8) => BinaryPrimitives.ReadInt64LittleEndian(bound),
        (PrimitiveType.Float, 4) => BinaryPrimitives.ReadSingleLittleEndian(bound),
        (PrimitiveType.Double, 8) => BinaryPrimitives.ReadDoubleLittleEndian(bound),
        (PrimitiveType.String, _) => System.Text.Unicode.Utf8.IsValid(bound) ? Encoding.UTF8.GetString(bound) : null,
        (PrimitiveType.Bytes or PrimitiveType.FixedBytes, _) => bound,
        _ => null,
    };
}
