using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>What turns a normed hidden state into outputs: a language model's logits, a score, or the logits of labels.</summary>
internal sealed unsafe class OutputHead : IDisposable
{
    private readonly bool _ownsMatrix = true;

    public OutputHead(LlamaConfig config, WeightReader reader, TokenEmbedding embedding)
    {
        if (config.Head == LlamaHead.LanguageModel)
        {
            _ownsMatrix = config.HasOutputMatrix;
            Matrix = _ownsMatrix ? reader.Matrix(LlamaTensors.Output) : embedding.Matrix;
        }
        else if (config.HeadIsDeep)
        {
            (Hidden, HiddenBias) = (reader.Matrix(LlamaTensors.DeepHidden), reader.Vector(LlamaTensors.DeepHiddenBias));
            (Matrix, Bias) = (reader.Matrix(LlamaTensors.DeepScore), reader.Vector(LlamaTensors.DeepScoreBias));
        }
        else
        {
            (Matrix, Bias) = (reader.Matrix(LlamaTensors.Score), reader.Vector(LlamaTensors.ScoreBias));
        }
    }

    /// <summary>The hidden layer of a deep head, else null. (hidden, hidden)</summary>
    public PackedMatrix? Hidden { get; }

    public NativeBuffer? HiddenBias { get; } // (padded hidden)

    /// <summary>(outputs, hidden)</summary>
    public PackedMatrix Matrix { get; }

    public NativeBuffer? Bias { get; } // (padded outputs)

    /// <summary>Adds the hidden layer's bias to a row and cuts off what is below zero. (hidden)</summary>
    public void Activate(float* row)
    {
        for (int i = 0; i < Hidden!.Outputs; i++)
            row[i] = Math.Max(row[i] + HiddenBias!.Pointer[i], 0);
    }

    /// <summary>Adds the bias to a row of outputs, where there is one.</summary>
    public void AddBias(float* outputs)
    {
        for (int i = 0; Bias is not null && i < Matrix.Outputs; i++)
            outputs[i] += Bias.Pointer[i];
    }

    public void Dispose()
    {
        Hidden?.Dispose();
        HiddenBias?.Dispose();
        Bias?.Dispose();
        if (_ownsMatrix)
            Matrix.Dispose();
    }
}
