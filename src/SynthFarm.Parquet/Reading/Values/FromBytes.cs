namespace SynthFarm.Parquet.Reading.Values;

/// <summary>Makes a value of its bytes.</summary>
internal delegate T FromBytes<out T>(ReadOnlySpan<byte> bytes);
