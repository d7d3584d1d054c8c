using System.Text.Json;

namespace SynthFarm.Benchmarks.Parquet;

/// <summary>The rows as JSON lines, for a contestant in another process: a way that our Parquet has no part in.</summary>
internal static class ExchangeFile
{
    /// <summary>Writes the rows.</summary>
    /// <returns>The sum of <see cref="SampleRow.RawBytes"/>.</returns>
    public static long Write(string path, IEnumerable<SampleRow> rows)
    {
        long raw = 0;
        using var stream = File.Create(path);
        using var writer = new Utf8JsonWriter(stream);
        foreach (var row in rows)
        {
            raw += row.RawBytes;
            writer.WriteStartObject();
            writer.WriteString("id", row.Id);
            writer.WriteString("problem_id", row.ProblemId);
            writer.WriteString("tree_id", row.TreeId);
            writer.WriteNumber("leaf_id", row.LeafId);
            writer.WriteString("source", row.Source);
            writer.WriteNumber("n_steps", row.Steps);
            writer.WriteString("prompt", row.Prompt);
            writer.WriteString("response", row.Response);
            writer.WriteNumber("prm_mean", row.Reward);
            writer.WriteStartArray("token_ids");
            foreach (var token in row.Tokens)
            {
                writer.WriteNumberValue(token);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            stream.WriteByte((byte)'\n');
        }

        return raw;
    }
}
