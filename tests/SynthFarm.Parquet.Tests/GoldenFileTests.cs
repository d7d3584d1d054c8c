using System.Text;
using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Tests.Samples;
using SynthFarm.Parquet.Writing;
using SynthFarm.TestKit;

namespace SynthFarm.Parquet.Tests;

public sealed class GoldenFileTests
{
    /// <summary>If this fails, published snapshots of equal runs are no longer byte-equal: raise the corpus schema version before accepting new bytes.</summary>
    [Fact]
    public void Small_file_keeps_its_bytes()
    {
        var schema = new ParquetSchema(
            Column.String("id"),
            Column.Int32("n_steps", optional: true),
            Column.List("messages", Column.Struct("element", Column.String("role"), Column.String("content"))),
            Column.List("step_scores", Column.Float("element")),
            Column.Boolean("accepted"));
        var rows = Enumerable.Range(0, 20).Select(i => Files.Row(
            "id", $"p{i:00}", "n_steps", i % 4 == 0 ? null : i,
            "messages", new[] { Files.Row("role", "user", "content", $"Compute {i} + 1."), Files.Row("role", "assistant", "content", $"Answer: {i + 1}") },
            "step_scores", Enumerable.Repeat(0.5f, i % 3).ToArray(), "accepted", i > 2));
        var options = new ParquetWriterOptions
        {
            Compression = CompressionCodec.None, CreatedBy = "SynthFarm version 0", KeyValues = [new("schema", "sft/1")], PageRows = 12,
        };

        Golden.Verify(Dump(Files.Write(schema, rows, options)));
    }

    private static string Dump(byte[] file)
    {
        var text = new StringBuilder();
        for (var at = 0; at < file.Length; at += 16)
        {
            var line = file.AsSpan(at, Math.Min(16, file.Length - at));
            text.Append($"{at:x6}  ");
            foreach (var b in line) text.Append($"{b:x2} ");
            text.Append(' ', 3 * (16 - line.Length) + 1);
            foreach (var b in line) text.Append(b is >= 0x20 and < 0x7f ? (char)b : '.');
            text.Append('\n');
        }
        return text.ToString();
    }
}
