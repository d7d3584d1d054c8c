using System.Text;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Parquet.Tests.Samples;

/// <summary>Rows like those of a published corpus: messages, provenance, scores.</summary>
internal static class CorpusRows
{
    private static readonly string[] Words = "so we try first then 7 * 6 = 42 wait that uses a number twice go back to the step before and add 13 instead".Split(' ');

    public static ParquetSchema Schema { get; } = new(
        Column.String("id"),
        Column.List("messages", Column.Struct("element", Column.String("role"), Column.String("content"))),
        Column.String("source"),
        Column.Struct("reward_model", Column.String("style"), Column.String("ground_truth")),
        Column.String("topic", optional: true),
        Column.Int32("n_steps"),
        Column.Int64("seed"),
        Column.Int64("tokens_so_far"),
        Column.List("step_scores", Column.Float("element", optional: true)),
        Column.List("labels", Column.Boolean("element")),
        Column.Double("pass_rate"));

    public static IEnumerable<ParquetRow> Rows(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var steps = random.Next(1, 12);
            yield return Files.Row(
                "id", Convert.ToHexStringLower(BitConverter.GetBytes(random.NextInt64())),
                "messages", new[]
                {
                    Files.Row("role", "user", "content", Text(random, 30)),
                    Files.Row("role", "assistant", "content", "<think>" + Text(random, 80 * steps) + "</think>\nAnswer: 42 ü"),
                },
                "source", "countdown",
                "reward_model", Files.Row("style", "rule", "ground_truth", $"{random.Next(100)}"),
                "topic", random.Next(4) == 0 ? null : $"topic {random.Next(5)}",
                "n_steps", steps,
                "seed", random.NextInt64(),
                "tokens_so_far", 700L * i + random.Next(700),
                "step_scores", Enumerable.Range(0, steps).Select(_ => random.Next(9) == 0 ? (float?)null : random.NextSingle()).ToArray(),
                "labels", Enumerable.Range(0, steps).Select(_ => random.Next(9) > 0).ToArray(),
                "pass_rate", random.Next(17) / 16.0);
        }
    }

    private static string Text(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++) text.Append(Words[random.Next(Words.Length)]).Append(' ');
        return text.ToString();
    }
}
