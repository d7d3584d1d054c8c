using SynthFarm.Parquet.Encodings.Decoding;

namespace SynthFarm.Parquet.Reading.Values;

/// <summary>Reads the lengths in front of delta-encoded byte arrays.</summary>
internal static class DeltaLengths
{
    /// <param name="bytes">Bytes that start with the lengths.</param>
    /// <param name="most">Largest length that can be true.</param>
    /// <param name="rest">What lies behind the lengths.</param>
    public static int[] Read(ReadOnlyMemory<byte> bytes, int most, out ReadOnlyMemory<byte> rest)
    {
        var deltas = new DeltaDecoder();
        deltas.Start(bytes);
        var lengths = new List<int>();
        Span<long> part = stackalloc long[128];
        while (deltas.Left > 0)
        {
            // Runs of equal lengths take no bytes, so the count alone proves nothing; memory grows with what was read.
            if (lengths.Count > 16 << 20) throw new CorruptDataException($"more than {16 << 20} values in one page");
            var count = (int)Math.Min(part.Length, deltas.Left);
            deltas.Read(part[..count]);
            foreach (var length in part[..count])
            {
                if (length < 0 || length > most) throw new CorruptDataException($"a value of {length} bytes");
                lengths.Add((int)length);
            }
        }
        rest = bytes[deltas.Position..];
        return [.. lengths];
    }
}
