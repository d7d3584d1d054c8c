using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>The vectors of the tokens. A head that shares them shares the memory.</summary>
internal sealed class TokenEmbedding(WeightReader reader) : IDisposable
{
    /// <summary>(vocabulary, hidden)</summary>
    public PackedMatrix Matrix { get; } = reader.Matrix(LlamaTensors.Embedding);

    /// <summary>Copies one token's vector. (hidden)</summary>
    public unsafe void Copy(int token, float* values) => Matrix.CopyRow(token, values);

    public void Dispose() => Matrix.Dispose();
}
