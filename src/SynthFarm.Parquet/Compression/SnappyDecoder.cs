namespace SynthFarm.Parquet.Compression;

/// <summary>Decodes raw Snappy (format_description.txt of google/snappy), which files of other writers use.</summary>
internal static class SnappyDecoder
{
    /// <exception cref="CorruptDataException">The bytes are damaged or give another length than <paramref name="output"/>'s.</exception>
    public static void Decode(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var at = 0;
        if (ReadLength(input, ref at) != (ulong)output.Length) throw Broken();
        var to = 0;
        while (at < input.Length)
        {
            var tag = input[at++];
            if ((tag & 3) == 0)
            {
                var length = (tag >> 2) + 1L;
                if (length > 60) length = ReadNumber(input, ref at, (int)length - 60) + 1L;
                if (length > input.Length - at || length > output.Length - to) throw Broken();
                input.Slice(at, (int)length).CopyTo(output[to..]);
                at += (int)length;
                to += (int)length;
            }
            else
            {
                Copy(input, output, tag, ref at, ref to);
            }
        }
        if (to != output.Length) throw Broken();
    }

    private static void Copy(ReadOnlySpan<byte> input, Span<byte> output, byte tag, ref int at, ref int to)
    {
        var length = (tag >> 2) + 1;
        long back;
        switch (tag & 3)
        {
            case 1:
                length = ((tag >> 2) & 7) + 4;
                back = ((tag >> 5) << 8) | (int)ReadNumber(input, ref at, 1);
                break;
            case 2:
                back = ReadNumber(input, ref at, 2);
                break;
            default:
                back = ReadNumber(input, ref at, 4);
                break;
        }
        if (back == 0 || back > to || length > output.Length - to) throw Broken();
        var from = to - (int)back;
        if (back >= length) output.Slice(from, length).CopyTo(output[to..]);
        else for (var i = 0; i < length; i++) output[to + i] = output[from + i];
        to += length;
    }

    private static ulong ReadLength(ReadOnlySpan<byte> input, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (at >= input.Length) throw Broken();
            var part = input[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
        throw Broken();
    }

    private static long ReadNumber(ReadOnlySpan<byte> input, ref int at, int size)
    {
        if (size > input.Length - at) throw Broken();
        long value = 0;
        for (var i = 0; i < size; i++) value |= (long)input[at++] << (8 * i);
        return value;
    }

    private static CorruptDataException Broken() => new("the page cannot be decompressed: its Snappy data is damaged");
}
