using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace SynthFarm.Cli.Commands.Doctor;

/// <summary>What the machine offers: runtime, processors, instruction sets, memory, disk.</summary>
internal static class MachineChecks
{
    private const long Gibibyte = 1L << 30;
    private const long LowDiskBytes = Gibibyte;

    public static IEnumerable<Finding> Run(string folder)
    {
        yield return Finding.Ok("runtime", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
        yield return Finding.Ok("processors", $"{Environment.ProcessorCount}");
        yield return InstructionSets();
        yield return Finding.Ok("memory", $"{(double)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gibibyte:F1} GiB");
        yield return Disk(folder);
        yield return Writable("working folder", folder);
        yield return Writable("temporary folder", Path.GetTempPath());
    }

    private static Finding InstructionSets()
    {
        var sets = new (string Name, bool Supported)[]
        {
            ("SSE4.2", Sse42.IsSupported), ("AVX2", Avx2.IsSupported), ("FMA", Fma.IsSupported),
            ("AVX-512F", Avx512F.IsSupported), ("AVX-512BW", Avx512BW.IsSupported), ("NEON", AdvSimd.IsSupported), ("DP", Dp.IsSupported),
        };
        var found = string.Join(", ", sets.Where(set => set.Supported).Select(set => set.Name));
        return Vector256.IsHardwareAccelerated || Vector128.IsHardwareAccelerated
            ? Finding.Ok("instruction sets", $"{found}; {System.Numerics.Vector<float>.Count} floats per vector")
            : Finding.Warning("instruction sets", "no vector instructions; the engine falls back to its portable, slow path");
    }

    private static Finding Disk(string folder)
    {
        try
        {
            var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
            var detail = $"{(double)free / Gibibyte:F1} GiB free for {Path.GetFullPath(folder)}";
            return free < LowDiskBytes ? Finding.Warning("free disk", detail + "; a large run may need more than 1 GiB") : Finding.Ok("free disk", detail);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Finding.Warning("free disk", $"could not be read: {exception.Message}");
        }
    }

    private static Finding Writable(string check, string folder)
    {
        var path = Path.Combine(folder, $".synthfarm-doctor-{Environment.ProcessId}");
        try
        {
            using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                file.WriteByte(1);
                file.Flush(flushToDisk: true);
            }

            return Finding.Ok(check, $"{Path.GetFullPath(folder)} can be written");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Fault(check, $"{Path.GetFullPath(folder)} cannot be written: {exception.Message}");
        }
    }
}
