namespace SynthFarm.Parquet.Reading.Values;

/// <summary>Reads the values of one page in one encoding, piece by piece.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <exception cref="CorruptDataException">The bytes end early or break the encoding.</exception>
internal abstract class ValueDecoder<T>
{
    /// <param name="bytes">The page's values, behind its levels.</param>
    public abstract void Start(ReadOnlyMemory<byte> bytes);

    public abstract void Read(Span<T> target);
}
