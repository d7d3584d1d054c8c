namespace SynthFarm.Inference.Weights;

/// <summary>Rules for stretching rotary positions.</summary>
public enum RopeScalingType
{
    /// <summary>Every angle is divided by the factor (Chen et al. 2023, "Extending Context Window via Position Interpolation").</summary>
    Linear,

    /// <summary>Long wave lengths are stretched, short ones kept, those between mixed, as Llama 3.1 does.</summary>
    Llama3,

    /// <summary>The same idea by number of turns, with a factor on the attention (Peng et al. 2023, "YaRN").</summary>
    Yarn,
}
