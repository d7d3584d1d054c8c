using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Training;

/// <summary>The architecture written down once more, in double precision, loop by loop, with nothing shared with the product.</summary>
internal sealed class ReferenceLlama
{
    private readonly LlamaConfig _config;

    public ReferenceLlama(LlamaWeights weights)
    {
        _config = weights.Config;
        Tensors = weights.Tensors.ToDictionary(t => t.Key, t => t.Value.Select(x => (double)x).ToArray());
    }

    public Dictionary<string, double[]> Tensors { get; }

    /// <summary>Last hidden states after the final norm. (tokens)(hidden)</summary>
    public double[][] Hidden(int[] tokens)
    {
        LlamaConfig c = _config;
        double[][] x = [.. tokens.Select(token => Tensors[LlamaTensors.Embedding][(token * c.HiddenSize)..((token + 1) * c.HiddenSize)])];
        for (int layer = 0; layer < c.Layers; layer++)
        {
            double[][] h = [.. x.Select(row => Norm(row, Tensors[LlamaTensors.AttentionNorm(layer)]))];
            double[][] q = [.. h.Select((row, i) => Rotate(Times(Tensors[LlamaTensors.Query(layer)], row), i))];
            double[][] k = [.. h.Select((row, i) => Rotate(Times(Tensors[LlamaTensors.Key(layer)], row), i))];
            double[][] v = [.. h.Select(row => Times(Tensors[LlamaTensors.Value(layer)], row))];
            x = [.. x.Select((row, i) => Add(row, Times(Tensors[LlamaTensors.AttentionOutput(layer)], Attend(q[i], k[..(i + 1)], v[..(i + 1)]))))];
            x = [.. x.Select(row => Add(row, Mlp(Norm(row, Tensors[LlamaTensors.MlpNorm(layer)]), layer)))];
        }

        return [.. x.Select(row => Norm(row, Tensors[LlamaTensors.FinalNorm]))];
    }

    public double[] Logits(double[] hidden) => Times(Tensors[_config.HasOutputMatrix ? LlamaTensors.Output : LlamaTensors.Embedding], hidden);

    public double Score(double[] hidden) => Times(Tensors[LlamaTensors.Score], hidden)[0] + Tensors[LlamaTensors.ScoreBias][0];

    private double[] Attend(double[] q, double[][] keys, double[][] values)
    {
        int dim = _config.HeadDim;
        var result = new double[_config.QueryWidth];
        for (int head = 0; head < _config.Heads; head++)
        {
            int from = head / (_config.Heads / _config.KeyValueHeads) * dim;
            double[] powers = [.. keys.Select(k => Math.Exp(Enumerable.Range(0, dim).Sum(i => q[head * dim + i] * k[from + i]) / Math.Sqrt(dim)))];
            for (int j = 0; j < keys.Length; j++)
                for (int i = 0; i < dim; i++) result[head * dim + i] += powers[j] / powers.Sum() * values[j][from + i];
        }

        return result;
    }

    private double[] Mlp(double[] x, int layer)
    {
        double[] gate = Times(Tensors[LlamaTensors.Gate(layer)], x), up = Times(Tensors[LlamaTensors.Up(layer)], x);
        return Times(Tensors[LlamaTensors.Down(layer)], [.. gate.Select((g, i) => g / (1 + Math.Exp(-g)) * up[i])]);
    }

    private double[] Norm(double[] x, double[] weight)
    {
        double root = Math.Sqrt(x.Sum(v => v * v) / x.Length + _config.RmsNormEpsilon);
        return [.. x.Select((v, i) => v / root * weight[i])];
    }

    private double[] Rotate(double[] x, int position)
    {
        int dim = _config.HeadDim, half = dim / 2;
        var result = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            int lane = i % dim;
            double angle = position * Math.Pow(_config.RopeTheta, -2.0 * (lane % half) / dim);
            double partner = lane < half ? -x[i + half] : x[i - half];
            result[i] = x[i] * Math.Cos(angle) + partner * Math.Sin(angle);
        }

        return result;
    }

    private static double[] Times(double[] matrix, double[] x) =>
        [.. Enumerable.Range(0, matrix.Length / x.Length).Select(row => Enumerable.Range(0, x.Length).Sum(i => matrix[row * x.Length + i] * x[i]))];

    private static double[] Add(double[] x, double[] y) => [.. x.Select((v, i) => v + y[i])];
}
