using SynthFarm.Parquet.Encodings.Decoding;

namespace SynthFarm.Parquet.Reading.Values;

/// <summary>RLE_DICTIONARY: a bit width, then indices into the chunk's dictionary.</summary>
internal sealed class DictionaryDecoder<T>(T[] dictionary) : ValueDecoder<T>
{
    private readonly RleDecoder indices = new();

    public override void Start(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length == 0) indices.Start(bytes, 0);
        else indices.Start(bytes[1..], bytes.Span[0]);
    }

    public override void Read(Span<T> target)
    {
        Span<int> part = stackalloc int[256];
        while (!target.IsEmpty)
        {
            var count = Math.Min(part.Length, target.Length);
            indices.Read(part[..count]);
            for (var i = 0; i < count; i++)
            {
                if ((uint)part[i] >= (uint)dictionary.Length)
                    throw new CorruptDataException($"index {(uint)part[i]} into a dictionary of {dictionary.Length}");
                target[i] = dictionary[part[i]];
            }
            target = target[count..];
        }
    }
}
