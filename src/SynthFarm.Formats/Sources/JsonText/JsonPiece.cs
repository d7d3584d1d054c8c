using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Sources.JsonText;

/// <summary>The bytes of one record, or why there are none.</summary>
/// <param name="Position">Where the first byte stands.</param>
/// <param name="Bytes">The record; valid until the next is read.</param>
/// <param name="Fault">What was found and what is allowed; null when the bytes are there.</param>
internal readonly record struct JsonPiece(RecordPosition Position, ReadOnlyMemory<byte> Bytes, string? Fault = null)
{
    public static JsonPiece TooLong(RecordPosition position, long length, int allowed) =>
        new(position, default, $"found a record of {length} bytes; allowed are {allowed} (--max-record-bytes)");
}
