using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SynthFarm.Inference.Kernels;

/// <summary>
/// 32 bfloat16 in 16 words: word i holds column i in its lower half and column 16 + i in its upper half, so that one load, one shift and one
/// mask make both vectors.
/// </summary>
internal readonly unsafe struct BFloat16Panel : IPanel
{
    public static int RowBytes => Tile.PanelWidth * sizeof(ushort);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(byte* row, out Vector512<float> first, out Vector512<float> second)
    {
        Vector512<uint> words = Vector512.LoadAligned((uint*)row);
        first = Vector512.ShiftLeft(words, 16).AsSingle();
        second = (words & Vector512.Create(0xFFFF0000u)).AsSingle();
    }

    /// <summary>Rounds a panel of floats. (depth, 32)</summary>
    public static void Narrow(nint depth, float* panel, byte* narrow)
    {
        for (uint* words = (uint*)narrow; depth > 0; depth--, panel += Tile.PanelWidth, words += 16)
            for (int i = 0; i < 16; i++)
                words[i] = BFloat16.Round(panel[i]) | (uint)BFloat16.Round(panel[16 + i]) << 16;
    }

    /// <summary>The floats of some rows. (depth, 32)</summary>
    public static void Widen(nint depth, byte* narrow, float* panel)
    {
        for (; depth > 0; depth--, narrow += RowBytes, panel += Tile.PanelWidth)
        {
            Vector512<uint> words = Vector512.Load((uint*)narrow);
            Vector512.ShiftLeft(words, 16).AsSingle().Store(panel);
            (words & Vector512.Create(0xFFFF0000u)).AsSingle().Store(panel + 16);
        }
    }
}
