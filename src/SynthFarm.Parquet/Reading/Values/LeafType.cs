using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Reading.Values;

/// <summary>How a leaf's values are decoded.</summary>
/// <param name="Decoder">The decoder for an encoding, or null where the type has none.</param>
/// <param name="Batch">Values that are decoded at a time.</param>
/// <param name="LeastBits">Least size of a value in PLAIN form, in bits.</param>
internal sealed record LeafType<T>(Func<Encoding, ValueDecoder<T>?> Decoder, int Batch, int LeastBits);
