using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Decoding;

/// <summary>The forward pass of Llama and its relatives written from the formulas, in double precision, one position after another.</summary>
internal static class ReferenceLlama
{
    /// <summary>Outputs of every position. (tokens, output width)</summary>
    public static double[][] Forward(LlamaWeights weights, int[] tokens)
    {
        LlamaConfig config = weights.Config;
        int hidden = config.HiddenSize;
        double[][] x = [.. tokens.Select(token => weights[LlamaTensors.Embedding].Skip(token * hidden).Take(hidden).Select(v => (double)v).ToArray())];
        for (int layer = 0; layer < config.Layers; layer++)
        {
            double[][] normed = [.. x.Select(row => Norm(row, weights[LlamaTensors.AttentionNorm(layer)], config.RmsNormEpsilon))];
            double[][] queries = Rotated(weights, normed, LlamaTensors.Query(layer), LlamaTensors.QueryNorm(layer), config.Heads);
            double[][] keys = Rotated(weights, normed, LlamaTensors.Key(layer), LlamaTensors.KeyNorm(layer), config.KeyValueHeads);
            double[][] values = [.. normed.Select(row => Project(weights, LlamaTensors.Value(layer), row))];
            for (int t = 0; t < x.Length; t++)
                Add(x[t], Project(weights, LlamaTensors.AttentionOutput(layer), Attend(queries[t], keys, values, t, config, config.WindowOf(layer))));
            for (int t = 0; t < x.Length; t++)
            {
                double[] row = Norm(x[t], weights[LlamaTensors.MlpNorm(layer)], config.RmsNormEpsilon);
                double[] gate = Project(weights, LlamaTensors.Gate(layer), row);
                double[] up = Project(weights, LlamaTensors.Up(layer), row);
                Add(x[t], Project(weights, LlamaTensors.Down(layer), [.. gate.Zip(up, (g, u) => g / (1 + Math.Exp(-g)) * u)]));
            }
        }

        IEnumerable<double[]> states = x.Select(row => Norm(row, weights[LlamaTensors.FinalNorm], config.RmsNormEpsilon));
        if (config.Head == LlamaHead.LanguageModel)
            return [.. states.Select(row => Multiply(weights[config.HasOutputMatrix ? LlamaTensors.Output : LlamaTensors.Embedding], row))];
        if (!config.HeadIsDeep)
            return [.. states.Select(row => Project(weights, LlamaTensors.Score, row))];
        return [.. states.Select(row => Project(weights, LlamaTensors.DeepScore, [.. Project(weights, LlamaTensors.DeepHidden, row).Select(v => Math.Max(v, 0))]))];
    }

    private static double[] Attend(double[] query, double[][] keys, double[][] values, int t, LlamaConfig config, int? window)
    {
        int dim = config.HeadDim;
        int first = Math.Max(0, t + 1 - (window ?? int.MaxValue));
        var result = new double[config.QueryWidth];
        for (int head = 0; head < config.Heads; head++)
        {
            int shared = head / (config.Heads / config.KeyValueHeads);
            double[] scores = [.. Enumerable.Range(first, t + 1 - first).Select(s =>
                Enumerable.Range(0, dim).Sum(d => query[head * dim + d] * keys[s][shared * dim + d]) / Math.Sqrt(dim))];
            double[] weights = [.. scores.Select(score => Math.Exp(score - scores.Max()))];
            for (int d = 0; d < dim; d++)
                result[head * dim + d] = weights.Select((w, i) => w * values[first + i][shared * dim + d]).Sum() / weights.Sum();
        }

        return result;
    }

    private static double[][] Rotated(LlamaWeights weights, double[][] rows, string matrix, string norm, int heads)
    {
        LlamaConfig config = weights.Config;
        int half = config.HeadDim / 2;
        RopeFrequencies frequencies = RopeFrequencies.Of(config);
        var rotated = new double[rows.Length][];
        for (int t = 0; t < rows.Length; t++)
        {
            double[] row = Project(weights, matrix, rows[t]);
            rotated[t] = new double[row.Length];
            for (int head = 0; head < heads; head++)
            {
                double[] part = row[(head * config.HeadDim)..((head + 1) * config.HeadDim)];
                if (config.QueryKeyNorm)
                    part = Norm(part, weights[norm], config.RmsNormEpsilon);
                for (int i = 0; i < half; i++)
                {
                    double angle = t * frequencies.PerPosition[i];
                    double cos = Math.Cos(angle) * frequencies.Amplitude, sin = Math.Sin(angle) * frequencies.Amplitude;
                    rotated[t][head * config.HeadDim + i] = part[i] * cos - part[half + i] * sin;
                    rotated[t][head * config.HeadDim + half + i] = part[half + i] * cos + part[i] * sin;
                }
            }
        }

        return rotated;
    }

    /// <summary>A linear layer by the name of its matrix, with the bias of that name where there is one.</summary>
    private static double[] Project(LlamaWeights weights, string matrix, double[] x)
    {
        double[] y = Multiply(weights[matrix], x);
        string bias = matrix.Replace(".weight", ".bias", StringComparison.Ordinal);
        return weights.Tensors.TryGetValue(bias, out float[]? values) ? [.. y.Zip(values, (a, b) => a + b)] : y;
    }

    private static double[] Norm(double[] row, float[] weight, double epsilon)
    {
        double scale = 1 / Math.Sqrt(row.Average(v => v * v) + epsilon);
        return [.. row.Select((v, i) => v * scale * weight[i])];
    }

    private static double[] Multiply(float[] matrix, double[] x) => [.. Enumerable.Range(0, matrix.Length / x.Length).Select(row =>
        Enumerable.Range(0, x.Length).Sum(i => matrix[row * x.Length + i] * x[i]))];

    private static void Add(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
            x[i] += y[i];
    }
}
