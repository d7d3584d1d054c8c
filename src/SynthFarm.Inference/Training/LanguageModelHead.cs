using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>Cross-entropy over the vocabulary, with the embeddings or an output matrix of its own.</summary>
internal sealed unsafe class LanguageModelHead(ParameterLayout layout, int maxRows) : IModelHead
{
    private readonly int _vocabulary = layout.Config.VocabularySize;
    private readonly int _hidden = layout.Config.HiddenSize;
    private readonly long _matrix = layout.Offset(layout.Config.HasOutputMatrix ? LlamaTensors.Output : LlamaTensors.Embedding);
    private readonly NativeBuffer _logits = new((long)maxRows * layout.Config.VocabularySize); // (rows, vocabulary)

    public double Backward(ReadOnlySpan<LossRow> rows, float* hidden, float scale, float* parameters, float* gradients, float* dHidden)
    {
        float* logits = _logits.Pointer, matrix = parameters + _matrix;
        Gemm.Multiply(rows.Length, _vocabulary, _hidden, hidden, _hidden, 1, matrix, 1, _hidden, logits, _vocabulary, false);
        double loss = 0;
        for (int i = 0; i < rows.Length; i++)
            loss += rows[i].Value * (double)CrossEntropy(logits + (nint)i * _vocabulary, rows[i].Token, rows[i].Value * scale);
        Gemm.Multiply(_vocabulary, _hidden, rows.Length, logits, 1, _vocabulary, hidden, _hidden, 1, gradients + _matrix, _hidden, true);
        Gemm.Multiply(rows.Length, _hidden, _vocabulary, logits, _vocabulary, 1, matrix, _hidden, 1, dHidden, _hidden, false);
        return loss;
    }

    public void Dispose() => _logits.Dispose();

    /// <summary>Loss of one row, whose logits become their gradient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float CrossEntropy(float* logits, int target, float weight)
    {
        int count = _vocabulary;
        float max = logits[0], chosen = logits[target];
        nint whole = count - count % Lanes.Count;
        Vector512<float> maxima = Vector512.Create(max);
        for (nint j = 0; j < whole; j += Lanes.Count) maxima = Vector512.Max(maxima, Vector512.Load(logits + j));
        max = Lanes.Max(maxima);
        for (nint j = whole; j < count; j++) max = MathF.Max(max, logits[j]);

        Vector512<float> shift = Vector512.Create(max), sum = default;
        for (nint j = 0; j < count; j += Lanes.Count)
        {
            Lanes.Store(VectorMath.Exp(Lanes.Load(logits + j, count - j) - shift), logits + j, count - j);
            sum += Lanes.Load(logits + j, count - j);
        }

        float total = Lanes.Sum(sum);
        Vector512<float> factor = Vector512.Create(weight / total);
        for (nint j = 0; j < count; j += Lanes.Count)
            Lanes.Store(Lanes.Load(logits + j, count - j) * factor, logits + j, count - j);
        logits[target] -= weight;
        return max - chosen + MathF.Log(total);
    }
}
