using SynthFarm.Inference.Tokenization;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>
/// Starts the embeddings of the integer tokens as Fourier features, so that numbers that are near, or equal modulo something, look alike from
/// the first step on. The rest of each row keeps its random start; the weights stay those of a plain Llama.
/// </summary>
internal static class NumberEmbeddings
{
    private const float Scale = 0.25f;

    private static readonly int[] Periods = [2, 5, 10, 20, 25, 50, 100, 200, 400, 1000, 2000];

    /// <summary>Overwrites the first columns of the rows of the tokens 0 to 999.</summary>
    /// <param name="embeddings">(vocabulary, dim), row-major.</param>
    public static void Initialize(float[] embeddings, int dim, Tokenizer tokenizer)
    {
        for (var n = 0; n <= 999; n++)
        {
            var row = embeddings.AsSpan(tokenizer.TokenId(n.ToString(System.Globalization.CultureInfo.InvariantCulture)) * dim, dim);
            var column = 0;
            foreach (var period in Periods)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * n / period);
                row[column++] = Scale * (float)cos;
                row[column++] = Scale * (float)sin;
            }

            row[column] = Scale * (float)Math.Log(n + 0.5);
        }
    }
}
