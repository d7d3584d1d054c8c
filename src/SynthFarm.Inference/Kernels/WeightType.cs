namespace SynthFarm.Inference.Kernels;

/// <summary>How weights are kept in memory. Sums are in single precision either way.</summary>
public enum WeightType
{
    F32,

    /// <summary>Half the memory; exact for weights that were bfloat16 on disk, rounded for others.</summary>
    BF16,
}
