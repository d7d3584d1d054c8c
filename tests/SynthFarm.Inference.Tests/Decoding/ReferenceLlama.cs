using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Decoding;

/// <summary>A Llama forward pass written from the formulas, in double precision, one position after another.</summary>
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
            double[][] queries = Rotated(normed, weights[LlamaTensors.Query(layer)], config.Heads, config);
            double[][] keys = Rotated(normed, weights[LlamaTensors.Key(layer)], config.KeyValueHeads, config);
            double[][] values = [.. normed.Select(row => Multiply(weights[LlamaTensors.Value(layer)], row))];
            for (int t = 0; t < x.Length; t++)
                Add(x[t], Multiply(weights[LlamaTensors.AttentionOutput(layer)], Attend(queries[t], keys, values, t, config)));
            for (int t = 0; t < x.Length; t++)
            {
                double[] row = Norm(x[t], weights[LlamaTensors.MlpNorm(layer)], config.RmsNormEpsilon);
                double[] gate = Multiply(weights[LlamaTensors.Gate(layer)], row);
                double[] up = Multiply(weights[LlamaTensors.Up(layer)], row);
                Add(x[t], Multiply(weights[LlamaTensors.Down(layer)], [.. gate.Zip(up, (g, u) => g / (1 + Math.Exp(-g)) * u)]));
            }
        }

        bool score = config.Head == LlamaHead.Score;
        float[] head = weights[score ? LlamaTensors.Score : config.HasOutputMatrix ? LlamaTensors.Output : LlamaTensors.Embedding];
        double bias = score ? weights[LlamaTensors.ScoreBias][0] : 0;
        return [.. x.Select(row => Multiply(head, Norm(row, weights[LlamaTensors.FinalNorm], config.RmsNormEpsilon)).Select(v => v + bias).ToArray())];
    }

    private static double[] Attend(double[] query, double[][] keys, double[][] values, int t, LlamaConfig config)
    {
        int dim = config.HeadDim;
        var result = new double[config.QueryWidth];
        for (int head = 0; head < config.Heads; head++)
        {
            int shared = head / (config.Heads / config.KeyValueHeads);
            double[] scores = [.. Enumerable.Range(0, t + 1).Select(s =>
                Enumerable.Range(0, dim).Sum(d => query[head * dim + d] * keys[s][shared * dim + d]) / Math.Sqrt(dim))];
            double[] weights = [.. scores.Select(score => Math.Exp(score - scores.Max()))];
            for (int d = 0; d < dim; d++)
                result[head * dim + d] = Enumerable.Range(0, t + 1).Sum(s => weights[s] * values[s][shared * dim + d]) / weights.Sum();
        }

        return result;
    }

    private static double[][] Rotated(double[][] rows, float[] matrix, int heads, LlamaConfig config)
    {
        int half = config.HeadDim / 2;
        var rotated = new double[rows.Length][];
        for (int t = 0; t < rows.Length; t++)
        {
            double[] row = Multiply(matrix, rows[t]);
            rotated[t] = new double[row.Length];
            for (int head = 0; head < heads; head++)
            {
                for (int i = 0; i < half; i++)
                {
                    double angle = t * Math.Pow(config.RopeTheta, -2.0 * i / config.HeadDim);
                    double a = row[head * config.HeadDim + i];
                    double b = row[head * config.HeadDim + half + i];
                    rotated[t][head * config.HeadDim + i] = a * Math.Cos(angle) - b * Math.Sin(angle);
                    rotated[t][head * config.HeadDim + half + i] = b * Math.Cos(angle) + a * Math.Sin(angle);
                }
            }
        }

        return rotated;
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
