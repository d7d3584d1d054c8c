using System.Runtime.InteropServices;

namespace SynthFarm.Inference.Kernels;

/// <summary>Zero-filled floats outside the managed heap, aligned to a cache line, for kernels that work on pointers.</summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private const int Alignment = 64;
    private float* _pointer;

    /// <param name="length">Number of floats, at least 0.</param>
    public NativeBuffer(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        nuint bytes = checked((nuint)Math.Max(length, 1) * sizeof(float));
        bool large = LargePages.AreWorth(bytes);
        _pointer = (float*)NativeMemory.AlignedAlloc(bytes, (nuint)(large ? LargePages.Bytes : Alignment));
        if (large) LargePages.Ask(_pointer, bytes);
        NativeMemory.Clear(_pointer, bytes);
        GC.AddMemoryPressure((long)bytes);
    }

    ~NativeBuffer() => Free();

    public long Length { get; }

    /// <summary>Start of the floats; valid while this object is reachable and not disposed.</summary>
    public float* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pointer == null, this);
            return _pointer;
        }
    }

    public Span<float> Span => new(Pointer, checked((int)Length));

    public void Clear() => NativeMemory.Clear(Pointer, (nuint)Length * sizeof(float));

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_pointer == null) return;
        NativeMemory.AlignedFree(_pointer);
        _pointer = null;
        GC.RemoveMemoryPressure(Math.Max(Length, 1) * sizeof(float));
    }
}
