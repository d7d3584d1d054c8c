using System.Runtime.InteropServices;

namespace SynthFarm.Parquet.Compression;

/// <summary>Working memory of libzstd's streaming decompressor.</summary>
internal sealed class ZstdInflationContext : SafeHandle
{
    public ZstdInflationContext()
        : base(0, ownsHandle: true)
    {
        if (!Zstd.IsAvailable) throw new PlatformNotSupportedException("libzstd is not installed; install it (libzstd1).");
        SetHandle(Zstd.CreateInflation());
        if (IsInvalid) throw new InvalidOperationException("zstd has no memory for its context.");
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Zstd.FreeInflation(handle);
        return true;
    }
}
