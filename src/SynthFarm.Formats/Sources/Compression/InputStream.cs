using System.IO.Compression;
using SynthFarm.Formats.Faults;
using SynthFarm.Parquet.Compression;

namespace SynthFarm.Formats.Sources.Compression;

/// <summary>Opens a file for reading, inflated where it is compressed. What it is shows in its first bytes; names are not looked at.</summary>
internal static class InputStream
{
    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    private static ReadOnlySpan<byte> ZstdFrame => [0x28, 0xB5, 0x2F, 0xFD];

    private static ReadOnlySpan<byte> Parquet => "PAR1"u8;

    /// <exception cref="ImportException">The file is not there, cannot be read, or needs a library that is not installed.</exception>
    public static Stream Open(string path, InputLimits limits)
    {
        var file = OpenFile(path);
        try
        {
            var head = Head(file);
            if (head.StartsWith(Gzip))
            {
                return new BoundedInflation(path, file, new GZipStream(file, CompressionMode.Decompress), limits);
            }

            if (head.StartsWith(ZstdFrame))
            {
                return Zstd.IsAvailable
                    ? new BoundedInflation(path, file, new ZstdInflation(file), limits)
                    : throw new ImportException($"{path}: is compressed with zstd, and libzstd is not installed; install it (libzstd1) or decompress the file first.");
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether a file begins as Parquet files do.</summary>
    /// <exception cref="ImportException">The file is not there or cannot be read.</exception>
    public static bool IsParquet(string path)
    {
        using var file = OpenFile(path);
        return Head(file).StartsWith(Parquet);
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImportException($"{path}: there is no such file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ImportException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static ReadOnlySpan<byte> Head(FileStream file)
    {
        if (!file.CanSeek)
        {
            return [];
        }

        var head = new byte[4];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return head.AsSpan(0, read);
    }
}
