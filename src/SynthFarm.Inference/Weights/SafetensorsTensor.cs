namespace SynthFarm.Inference.Weights;

/// <summary>A named tensor to be written: its shape and its row-major values.</summary>
public sealed record SafetensorsTensor(string Name, IReadOnlyList<long> Shape, ReadOnlyMemory<float> Values);
