using System.Runtime.InteropServices;

namespace SynthFarm.Parquet.Compression;

/// <summary>The platform's libzstd (version 1), loaded when first asked for.</summary>
public static unsafe class Zstd
{
    private static readonly string[] Names = ["libzstd.so.1", "libzstd.1.dylib", "libzstd.dll", "zstd.dll"];

    private static readonly Lazy<nint> Library = new(Load);

    /// <summary>Whether pages can be written and read with zstd here.</summary>
    public static bool IsAvailable => Library.Value != 0;

    internal static nint CreateContext() => ((delegate* unmanaged<nint>)Export("ZSTD_createCCtx"))();

    internal static void FreeContext(nint context) => ((delegate* unmanaged<nint, nuint>)Export("ZSTD_freeCCtx"))(context);

    internal static int Bound(int size) => checked((int)((delegate* unmanaged<nuint, nuint>)Export("ZSTD_compressBound"))((nuint)size));

    internal static int MaxLevel => ((delegate* unmanaged<int>)Export("ZSTD_maxCLevel"))();

    internal static int Compress(nint context, Span<byte> output, ReadOnlySpan<byte> input, int level)
    {
        var compress = (delegate* unmanaged<nint, byte*, nuint, byte*, nuint, int, nuint>)Export("ZSTD_compressCCtx");
        fixed (byte* to = output)
        fixed (byte* from = input)
        {
            var size = compress(context, to, (nuint)output.Length, from, (nuint)input.Length, level);
            return Failed(size) is { } error ? throw new InvalidOperationException($"zstd cannot compress a page of {input.Length} bytes: {error}") : (int)size;
        }
    }

    /// <summary>Fills <paramref name="output"/> exactly.</summary>
    /// <exception cref="CorruptDataException">The bytes are damaged or of another length.</exception>
    internal static void Decompress(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var decompress = (delegate* unmanaged<byte*, nuint, byte*, nuint, nuint>)Export("ZSTD_decompress");
        fixed (byte* to = output)
        fixed (byte* from = input)
        {
            var size = decompress(to, (nuint)output.Length, from, (nuint)input.Length);
            if (Failed(size) is { } error) throw new CorruptDataException("the page cannot be decompressed: " + error);
            if (size != (nuint)output.Length) throw new CorruptDataException($"the page has {size} bytes where it declares {output.Length}");
        }
    }

    internal static nint CreateInflation() => ((delegate* unmanaged<nint>)Export("ZSTD_createDStream"))();

    internal static void FreeInflation(nint context) => ((delegate* unmanaged<nint, nuint>)Export("ZSTD_freeDStream"))(context);

    /// <summary>Decompresses a piece of a stream.</summary>
    /// <returns>Whether a frame has begun and not ended.</returns>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    internal static bool Inflate(nint context, ReadOnlySpan<byte> input, Span<byte> output, out int consumed, out int produced)
    {
        var inflate = (delegate* unmanaged<nint, Piece*, Piece*, nuint>)Export("ZSTD_decompressStream");
        fixed (byte* to = output)
        fixed (byte* from = input)
        {
            var source = new Piece { Start = from, Size = (nuint)input.Length };
            var target = new Piece { Start = to, Size = (nuint)output.Length };
            var result = inflate(context, &target, &source);
            (consumed, produced) = ((int)source.Position, (int)target.Position);
            return Failed(result) is { } error ? throw new InvalidDataException("The zstd data is damaged: " + error + ".") : result != 0;
        }
    }

    private static string? Failed(nuint result)
        => ((delegate* unmanaged<nuint, uint>)Export("ZSTD_isError"))(result) == 0
            ? null
            : Marshal.PtrToStringUTF8(((delegate* unmanaged<nuint, nint>)Export("ZSTD_getErrorName"))(result));

    private static nint Export(string name)
        => IsAvailable
            ? NativeLibrary.GetExport(Library.Value, name)
            : throw new CorruptDataException($"compression codec zstd needs libzstd ({string.Join(", ", Names)}), which is not installed");

    private static nint Load()
    {
        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, typeof(Zstd).Assembly, DllImportSearchPath.SafeDirectories, out var handle)) return handle;
        }
        return 0;
    }

    /// <summary>ZSTD_inBuffer and ZSTD_outBuffer of zstd.h, which have one layout.</summary>
    private struct Piece
    {
        public byte* Start;
        public nuint Size;
        public nuint Position;
    }
}
