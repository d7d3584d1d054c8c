using System.Text.Json.Nodes;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.OpenAI.Exchanges;

namespace SynthFarm.Inference.OpenAI.Rewards;

/// <summary>Reads the answer of <c>/pooling</c>.</summary>
internal static class PoolingScores
{
    /// <summary>The score of each text's last step.</summary>
    /// <param name="answer">The body.</param>
    /// <param name="inputs">How many texts were sent.</param>
    /// <param name="dialect">How it was asked.</param>
    /// <param name="steps">Steps of each text.</param>
    /// <exception cref="ServedFault">Texts are missing or twice there, there are more or fewer scores than steps, or one is no probability.</exception>
    public static IReadOnlyList<float> Read(JsonObject answer, int inputs, RewardDialect dialect, int steps)
    {
        var scores = new float?[inputs];
        foreach (var item in answer["data"]?.AsArray() ?? [])
        {
            var index = item!["index"]!.GetValue<int>();
            if (index < 0 || index >= inputs || scores[index] is not null)
            {
                throw new ServedFault(FaultKind.Wrong, $"/pooling gives text {index} {(index >= 0 && index < inputs ? "twice" : "that was not sent")}");
            }

            var rows = item["data"]!.AsArray();
            if (rows.Count == 0 || (dialect.Marker is not null && rows.Count != steps))
            {
                throw new ServedFault(FaultKind.Wrong, $"/pooling gives {rows.Count} scores for {steps} steps; is the dialect {dialect.Name} the model's?");
            }

            scores[index] = Score(rows[^1]!, dialect);
        }

        return scores.Contains(null)
            ? throw new ServedFault(FaultKind.Wrong, $"/pooling gives {scores.Count(score => score is not null)} of {inputs} texts")
            : [.. scores.Select(score => score!.Value)];
    }

    /// <summary>A row of one label is the score; of two, wrong before right, or for the tags of a language model right before wrong.</summary>
    private static float Score(JsonNode row, RewardDialect dialect)
    {
        var values = row is JsonArray many ? many.Select(value => value!.GetValue<float>()).ToArray() : [row.GetValue<float>()];
        var score = values.Length switch
        {
            1 => values[0],
            2 => values[dialect.Positive is null ? 1 : 0],
            _ => throw new ServedFault(FaultKind.Wrong, $"/pooling gives rows of {values.Length} numbers; 1 or 2 are read"),
        };
        return score is >= 0 and <= 1 ? score : throw new ServedFault(FaultKind.Wrong, $"/pooling gives the score {score}; a probability is read");
    }
}
