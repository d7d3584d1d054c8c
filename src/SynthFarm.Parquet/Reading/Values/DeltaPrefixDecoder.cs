namespace SynthFarm.Parquet.Reading.Values;

/// <summary>DELTA_BYTE_ARRAY: each value is a prefix of the one before it and a suffix of its own.</summary>
internal sealed class DeltaPrefixDecoder<T>(FromBytes<T> make, int maxPageBytes) : ValueDecoder<T>
{
    private int[] prefixes = [];
    private int[] suffixes = [];
    private int next;
    private ReadOnlyMemory<byte> rest;
    private byte[] last = [];
    private int lastLength;
    private long decoded;

    public override void Start(ReadOnlyMemory<byte> bytes)
    {
        prefixes = bytes.Length == 0 ? [] : DeltaLengths.Read(bytes, maxPageBytes, out bytes);
        suffixes = bytes.Length == 0 ? [] : DeltaLengths.Read(bytes, bytes.Length, out bytes);
        if (prefixes.Length != suffixes.Length) throw new CorruptDataException($"{prefixes.Length} prefixes for {suffixes.Length} values");
        next = 0;
        rest = bytes;
        lastLength = 0;
        decoded = 0;
    }

    public override void Read(Span<T> target)
    {
        if (target.Length > prefixes.Length - next) throw new CorruptDataException("values end early");
        foreach (ref var value in target)
        {
            var prefix = prefixes[next];
            var suffix = suffixes[next++];
            if (prefix > lastLength || suffix > rest.Length) throw new CorruptDataException("a value is longer than its data");
            lastLength = prefix + suffix;
            decoded += lastLength;
            if (decoded > maxPageBytes) throw new CorruptDataException($"the page's values take more than {maxPageBytes} bytes without prefix sharing");
            if (lastLength > last.Length) Array.Resize(ref last, Math.Max(lastLength, 2 * last.Length));
            rest.Span[..suffix].CopyTo(last.AsSpan(prefix));
            rest = rest[suffix..];
            value = make(last.AsSpan(0, lastLength));
        }
    }
}
