using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace SynthFarm.Corpus.Durability;

/// <summary>File operations that survive a power cut once they return: data is flushed before a name appears, names before they are relied on.</summary>
public static class DurableFiles
{
    /// <summary>What a file that is still being written is called: its name and this.</summary>
    public const string TemporarySuffix = ".tmp";

    // EEXIST, the same number on Linux and macOS.
    private const int FileExists = 17;

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

    /// <summary>
    /// Gives a flushed file a second name and flushes the folder, unless something of that name is there. File.Move looks first and renames
    /// then, so that of two movers both may succeed; a link is made or not.
    /// </summary>
    /// <param name="temporaryPath">Left to the caller to delete.</param>
    /// <returns>False when the name is taken.</returns>
    /// <exception cref="IOException">The file system makes no links, or it failed otherwise.</exception>
    public static bool TryPutInPlace(string temporaryPath, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return TryMove(temporaryPath, path);
        }

        if (Link(Text(temporaryPath), Text(path)) != 0)
        {
            return Marshal.GetLastPInvokeError() == FileExists ? false : throw Failed(path, "linked");
        }

        FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return true;
    }

    /// <summary>Flushes a folder's entries. On Windows the file system's journal does it and nothing is done here.</summary>
    /// <exception cref="IOException">The folder cannot be opened or flushed.</exception>
    public static void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(Text(path), 0);
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
        return new IOException($"\"{path}\" cannot be {verb}: {reason}.");
    }

    private static bool TryMove(string temporaryPath, string path)
    {
        try
        {
            File.Move(temporaryPath, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private static byte[] Text(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

    // The runtime offers no way to flush a folder or to make a hard link; these calls are POSIX.
    [DllImport("libc", EntryPoint = "link", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] existing, byte[] path);

    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
