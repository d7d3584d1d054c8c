using System.Runtime.InteropServices;

namespace SynthFarm.Inference.Kernels;

/// <summary>
/// Asks the system to map large buffers in pages of 2 MiB. The processor reads ahead within a page only, and has an entry for each: weights
/// that are read once per token come much faster from a few large ones.
/// </summary>
internal static unsafe partial class LargePages
{
    /// <summary>A page.</summary>
    public const int Bytes = 2 << 20;

    private const int AdviseHugePage = 14;

    /// <summary>Whether a buffer of this size should start at a large page.</summary>
    public static bool AreWorth(nuint bytes) => OperatingSystem.IsLinux() && bytes >= 2 * Bytes;

    /// <summary>Asks for large pages before the memory is first touched. A system without them refuses, and nothing is lost.</summary>
    public static void Ask(void* start, nuint bytes) => _ = Advise(start, bytes, AdviseHugePage);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* start, nuint bytes, int advice);
}
