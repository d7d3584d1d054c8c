using System.Runtime.Intrinsics;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Training;

/// <summary>One score per row with binary cross-entropy against a soft label; the score is a logit.</summary>
internal sealed unsafe class ScoreHead(ParameterLayout layout) : IModelHead
{
    private readonly int _hidden = layout.Config.HiddenSize;
    private readonly long _weight = layout.Offset(LlamaTensors.Score);
    private readonly long _bias = layout.Offset(LlamaTensors.ScoreBias);

    public double Backward(ReadOnlySpan<LossRow> rows, float* hidden, float scale, float* parameters, float* gradients, float* dHidden)
    {
        float* weight = parameters + _weight, dWeight = gradients + _weight;
        double loss = 0;
        for (int i = 0; i < rows.Length; i++, hidden += _hidden, dHidden += _hidden)
        {
            float label = rows[i].Value, score = Lanes.Dot(hidden, weight, _hidden) + parameters[_bias];
            float tail = VectorMath.Exp(-MathF.Abs(score)); // e^-|score|, so that neither branch overflows
            loss += MathF.Max(score, 0) - score * label + MathF.Log(1 + tail);
            float gradient = ((score >= 0 ? 1 : tail) / (1 + tail) - label) * scale;
            gradients[_bias] += gradient;
            Vector512<float> factor = Vector512.Create(gradient);
            for (nint j = 0; j < _hidden; j += Lanes.Count)
            {
                nint left = _hidden - j;
                Lanes.Store(Vector512.FusedMultiplyAdd(factor, Lanes.Load(hidden + j, left), Lanes.Load(dWeight + j, left)), dWeight + j, left);
                Lanes.Store(factor * Lanes.Load(weight + j, left), dHidden + j, left);
            }
        }

        return loss;
    }

    public void Dispose()
    {
    }
}
