using System.IO.Compression;

namespace SynthFarm.Parquet.Compression;

/// <summary>Decompresses pages of any codec that the reader knows.</summary>
internal static class PageDecompressor
{
    /// <summary>Fills <paramref name="output"/>, whose length is the size that the page declares.</summary>
    /// <exception cref="CorruptDataException">The bytes are damaged, or give more or less than declared.</exception>
    public static void Decompress(int codec, ArraySegment<byte> input, Span<byte> output)
    {
        switch (codec)
        {
            case 0:
                if (input.Count != output.Length) throw Differs(input.Count, output.Length);
                input.AsSpan().CopyTo(output);
                break;
            case 1:
                SnappyDecoder.Decode(input, output);
                break;
            case 2:
                using (var gzip = new GZipStream(Stream(input), CompressionMode.Decompress)) ReadAll(gzip, output);
                break;
            case 4:
                using (var brotli = new BrotliStream(Stream(input), CompressionMode.Decompress)) ReadAll(brotli, output);
                break;
            case 6:
                Zstd.Decompress(input, output);
                break;
            default:
                throw Unknown(codec);
        }
    }

    /// <summary>Refuses a declared size that the codec cannot reach from so few bytes, before memory is taken for it.</summary>
    public static void CheckSize(int codec, int compressed, int declared)
    {
        long most = codec switch
        {
            0 => compressed,
            1 => 32L * compressed,
            2 => 1040L * compressed + 64,
            4 or 6 => 65_536L * compressed + 1024,
            _ => throw Unknown(codec),
        };
        if (declared > most) throw new CorruptDataException($"{compressed} compressed bytes cannot become the {declared} that the page declares");
    }

    private static MemoryStream Stream(ArraySegment<byte> input) => new(input.Array!, input.Offset, input.Count, writable: false);

    private static void ReadAll(Stream stream, Span<byte> output)
    {
        try
        {
            var got = stream.ReadAtLeast(output, output.Length, throwOnEndOfStream: false);
            if (got < output.Length) throw Differs(got, output.Length);
            if (stream.ReadByte() >= 0) throw new CorruptDataException($"the page is longer than the {output.Length} bytes that it declares");
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            throw new CorruptDataException("the page cannot be decompressed: " + e.Message, e);
        }
    }

    private static CorruptDataException Differs(int found, int declared) => new($"the page has {found} bytes where it declares {declared}");

    private static CorruptDataException Unknown(int codec) => new($"compression codec {codec} is not supported");
}
