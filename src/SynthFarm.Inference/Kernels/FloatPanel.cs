using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Kernels;

/// <summary>32 floats in order.</summary>
internal readonly unsafe struct FloatPanel : IPanel
{
    public static int RowBytes => Tile.PanelWidth * sizeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(byte* row, out Vector512<float> first, out Vector512<float> second)
    {
        first = Vector512.LoadAligned((float*)row);
        second = Vector512.LoadAligned((float*)row + 16);
    }
}
