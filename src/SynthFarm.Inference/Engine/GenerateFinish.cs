namespace SynthFarm.Inference.Engine;

/// <summary>Why a sample ended.</summary>
public enum GenerateFinish
{
    /// <summary>A stop token was drawn.</summary>
    StopToken = 0,

    /// <summary>A stop string was completed.</summary>
    StopString = 1,

    /// <summary>The most tokens, or the model's positions, were reached.</summary>
    Length = 2,
}
