using System.Text;
using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Reading.Values;

/// <summary>Which encodings each type can have.</summary>
internal static class LeafTypes
{
    /// <summary>Most values that are decoded at a time.</summary>
    public const int Batch = 1024;

    private const int BinaryBatch = 32;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static LeafType<bool> Boolean { get; } = new(
        encoding => encoding switch
        {
            Encoding.Plain => new BooleanDecoder(),
            Encoding.Rle => new BooleanRunDecoder(),
            _ => null,
        },
        Batch,
        LeastBits: 1);

    public static LeafType<int> Int32 { get; } = new(
        encoding => encoding switch
        {
            Encoding.Plain => new FixedDecoder<int>(),
            Encoding.DeltaBinaryPacked => new DeltaIntegerDecoder<int>(),
            Encoding.ByteStreamSplit => new SplitDecoder<int>(),
            _ => null,
        },
        Batch,
        LeastBits: 32);

    public static LeafType<long> Int64 { get; } = new(
        encoding => encoding switch
        {
            Encoding.Plain => new FixedDecoder<long>(),
            Encoding.DeltaBinaryPacked => new DeltaIntegerDecoder<long>(),
            Encoding.ByteStreamSplit => new SplitDecoder<long>(),
            _ => null,
        },
        Batch,
        LeastBits: 64);

    public static LeafType<float> Float { get; } = new(
        encoding => encoding switch
        {
            Encoding.Plain => new FixedDecoder<float>(),
            Encoding.ByteStreamSplit => new SplitDecoder<float>(),
            _ => null,
        },
        Batch,
        LeastBits: 32);

    public static LeafType<double> Double { get; } = new(
        encoding => encoding switch
        {
            Encoding.Plain => new FixedDecoder<double>(),
            Encoding.ByteStreamSplit => new SplitDecoder<double>(),
            _ => null,
        },
        Batch,
        LeastBits: 64);

    public static LeafType<string> String(int maxPageBytes) => Binary(Text, maxPageBytes);

    public static LeafType<byte[]> Bytes(int maxPageBytes) => Binary(bytes => bytes.ToArray(), maxPageBytes);

    public static LeafType<byte[]> FixedBytes(int length, int maxPageBytes) => new(
        encoding => encoding switch
        {
            Encoding.Plain => new FixedBytesDecoder(length),
            Encoding.DeltaByteArray => new DeltaPrefixDecoder<byte[]>(bytes => bytes.ToArray(), maxPageBytes),
            _ => null,
        },
        BinaryBatch,
        LeastBits: 8 * length);

    private static LeafType<T> Binary<T>(FromBytes<T> make, int maxPageBytes) => new(
        encoding => encoding switch
        {
            Encoding.Plain => new BinaryDecoder<T>(make),
            Encoding.DeltaLengthByteArray => new DeltaLengthDecoder<T>(make),
            Encoding.DeltaByteArray => new DeltaPrefixDecoder<T>(make, maxPageBytes),
            _ => null,
        },
        BinaryBatch,
        LeastBits: 32);

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new CorruptDataException("a string is not UTF-8", e);
        }
    }
}
