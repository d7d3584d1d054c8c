using System.Buffers.Binary;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>The order of a type's bounds in PLAIN form, as the format's TypeDefinedOrder has it.</summary>
internal sealed class BoundOrder(PrimitiveType type) : IComparer<byte[]>
{
    public int Compare(byte[]? x, byte[]? y) => type switch
    {
        PrimitiveType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(x).CompareTo(BinaryPrimitives.ReadInt32LittleEndian(y)),
        PrimitiveType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(x).CompareTo(BinaryPrimitives.ReadInt64LittleEndian(y)),
        PrimitiveType.Float => BinaryPrimitives.ReadSingleLittleEndian(x).CompareTo(BinaryPrimitives.ReadSingleLittleEndian(y)),
        PrimitiveType.Double => BinaryPrimitives.ReadDoubleLittleEndian(x).CompareTo(BinaryPrimitives.ReadDoubleLittleEndian(y)),
        _ => x.AsSpan().SequenceCompareTo(y),
    };
}
