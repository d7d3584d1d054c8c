using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Kernels;

/// <summary>How a packed panel's rows of 32 weights lie in memory, known to the JIT.</summary>
internal unsafe interface IPanel
{
    /// <summary>Bytes of one row.</summary>
    static abstract int RowBytes { get; }

    /// <summary>One row as floats; <paramref name="row"/> is aligned to its length.</summary>
    static abstract void Load(byte* row, out Vector512<float> first, out Vector512<float> second);
}
