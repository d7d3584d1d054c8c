namespace SynthFarm.Inference.Weights;

/// <summary>Element types of safetensors files that this engine reads.</summary>
public enum SafetensorsDataType
{
    F32,
    F16,
    BF16,
}
