using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace SynthFarm.Corpus.Durability;

/// <summary>File operations that survive a power cut once they return: data is flushed before a name appears, names before they are relied on.</summary>
public static class DurableFiles
{
    /// <summary>What a file that is still being written is called: its name and this.</summary>
    public const string TemporarySuffix = ".tmp";

    /// <summary>Writes and flushes <paramref name="path"/>, which must not be in use; <see cref="Replace"/> then puts it in place.</summary>
    public static void Write(string path, ReadOnlySpan<byte> contents)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            file.Write(contents);
            file.Flush(flushToDisk: true);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw TooLarge(path, e);
        }
    }

    /// <summary>
    /// What a write beyond the size that a user's limit or the file system allows is called. The runtime makes an
    /// <see cref="ArgumentOutOfRangeException"/> of the system's answer (EFBIG), which names neither file nor cause.
    /// </summary>
    /// <param name="path">The file, as the message is to name it.</param>
    public static IOException TooLarge(string path, ArgumentOutOfRangeException answer) =>
        new($"The file would be larger than is allowed here : '{path}'", answer);

    /// <summary>Renames a flushed file over <paramref name="path"/> and flushes the folder: readers see the old file or the new one.</summary>
    public static void Replace(string temporaryPath, string path)
    {
        File.Move(temporaryPath, path, overwrite: true);
        FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Flushes a folder's entries. On Windows the file system's journal does it and nothing is done here.</summary>
    /// <exception cref="IOException">The folder cannot be opened or flushed.</exception>
    public static void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open([.. Encoding.UTF8.GetBytes(path), 0], 0);
        if (descriptor < 0)
        {
            throw Failed(path, "opened");
        }

        try
        {
            if (Fsync(descriptor) != 0)
            {
                throw Failed(path, "flushed");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failed(string path, string verb)
    {
        var reason = new Win32Exception(Marshal.GetLastPInvokeError()).Message;
        return new IOException($"The folder \"{path}\" cannot be {verb}: {reason}.");
    }

    // The runtime offers no way to flush a folder; these three calls are POSIX.
    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
