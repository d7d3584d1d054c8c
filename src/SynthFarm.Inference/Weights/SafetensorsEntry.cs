namespace SynthFarm.Inference.Weights;

/// <summary>One tensor as the header of a safetensors file declares it.</summary>
/// <param name="Name">Key in the header.</param>
/// <param name="DataType">Element type on disk.</param>
/// <param name="Shape">Dimensions, outermost first; empty for a scalar.</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="Elements">Product of <paramref name="Shape"/>.</param>
public sealed record SafetensorsEntry(string Name, SafetensorsDataType DataType, IReadOnlyList<long> Shape, long Begin, long Elements)
{
    public long Bytes => Elements * (DataType == SafetensorsDataType.F32 ? 4 : 2);
}
