namespace SynthFarm.TestKit.Gguf;

/// <summary>Types of values in a GGUF file, with the numbers the format gives them.</summary>
public enum GgufType
{
    F32 = 0,
    F16 = 1,

    /// <summary>Blocks of 32 values: a float16 scale and 32 signed bytes.</summary>
    Q8_0 = 8,

    BF16 = 30,
}
