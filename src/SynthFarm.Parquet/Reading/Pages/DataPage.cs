using Encoding = SynthFarm.Parquet.Metadata.Encoding;

namespace SynthFarm.Parquet.Reading.Pages;

/// <summary>A data page after decompression. The memory stays valid until the next page is read.</summary>
/// <param name="Entries">Entries, nulls included.</param>
/// <param name="Encoding">Encoding of the values.</param>
/// <param name="Repetitions">Repetition levels in the RLE hybrid, without a length in front.</param>
/// <param name="Definitions">Definition levels in the RLE hybrid, without a length in front.</param>
/// <param name="Values">Encoded values.</param>
/// <param name="Size">Bytes of the page after decompression.</param>
internal readonly record struct DataPage(
    int Entries, Encoding Encoding, ReadOnlyMemory<byte> Repetitions, ReadOnlyMemory<byte> Definitions, ReadOnlyMemory<byte> Values, int Size);
