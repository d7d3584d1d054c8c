using System.Runtime.InteropServices;

namespace SynthFarm.Parquet.Compression;

/// <summary>Working memory of libzstd's compressor.</summary>
internal sealed class ZstdContext : SafeHandle
{
    public ZstdContext()
        : base(0, ownsHandle: true)
    {
        SetHandle(Zstd.CreateContext());
        if (IsInvalid) throw new InvalidOperationException("zstd has no memory for its context.");
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Zstd.FreeContext(handle);
        return true;
    }
}
