using System.Runtime.Intrinsics.X86;

namespace SynthFarm.Inference.Kernels;

/// <summary>The ways a matrix tile can be computed. All of them give the same bits.</summary>
internal enum InstructionSet
{
    Portable,
    Avx2,
    Avx512,
}

internal static class InstructionSets
{
    /// <summary>The widest set this processor has.</summary>
    public static InstructionSet Best { get; } =
        Avx512F.IsSupported ? InstructionSet.Avx512 :
        Avx2.IsSupported && Fma.IsSupported ? InstructionSet.Avx2 :
        InstructionSet.Portable;

    public static bool IsSupported(InstructionSet set) => set <= Best;
}
