using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Corpus.Tests.Trainers;

/// <summary>Small data sets of each config's form, written without the product's own publishing.</summary>
internal static class DataSet
{
    public static Column Message(string name) => Column.Struct(name, Column.String("role", optional: true), Column.String("content", optional: true));

    public static Column Messages(string name) => Column.List(name, Message("element"));

    public static IReadOnlyList<Column> Columns(string config) => config switch
    {
        "sft" or "shortcut" => [Messages("messages"), Column.String("id")],
        "dpo" => [Messages("prompt"), Messages("chosen"), Messages("rejected"), Column.String("id")],
        "dpo_pairs" => [Messages("messages"), Message("chosen"), Message("rejected"), Column.String("id")],
        "kto" => [Messages("prompt"), Messages("completion"), Column.Boolean("label"), Column.String("id")],
        "kto_messages" => [Messages("messages"), Column.Boolean("label"), Column.String("id")],
        "prm" => [Column.String("prompt"), Column.List("completions", Column.String("element")), Column.List("labels", Column.Boolean("element")), Column.String("id")],
        "rl" =>
        [
            Column.String("data_source"), Messages("prompt"), Column.String("ability"),
            Column.Struct("reward_model", Column.String("style"), Column.String("ground_truth")),
            Column.Struct("extra_info", Column.String("split"), Column.Int64("index")), Column.String("id"),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(config), config, "no such config"),
    };

    /// <summary>A row that every trainer takes.</summary>
    public static ParquetRow Good(string config)
    {
        var row = config switch
        {
            "sft" or "shortcut" => Row(("messages", Turns("user: 1 + 1?", "assistant: <think>\n1 + 1 = 2\n</think>\n\nAnswer: 2"))),
            "dpo" => Row(("prompt", Turns("user: 1 + 1?")), ("chosen", Turns("assistant: Answer: 2")), ("rejected", Turns("assistant: Answer: 3"))),
            "dpo_pairs" => Row(("messages", Turns("user: 1 + 1?")), ("chosen", Turn("assistant: Answer: 2")), ("rejected", Turn("assistant: Answer: 3"))),
            "kto" => Row(("prompt", Turns("user: 1 + 1?")), ("completion", Turns("assistant: Answer: 2")), ("label", true)),
            "kto_messages" => Row(("messages", Turns("user: 1 + 1?", "assistant: Answer: 2")), ("label", true)),
            "prm" => Row(("prompt", "1 + 1 + 1?"), ("completions", (string[])["1 + 1 = 2", "2 + 1 = 4"]), ("labels", (bool[])[true, false])),
            "rl" => Row(
                ("data_source", "countdown"), ("prompt", Turns("user: 1 + 1?")), ("ability", "math"),
                ("reward_model", Row(("style", "rule"), ("ground_truth", "2"))), ("extra_info", Row(("split", "train"), ("index", 0L)))),
            _ => throw new ArgumentOutOfRangeException(nameof(config), config, "no such config"),
        };
        row["id"] = "row-0";
        return row;
    }

    public static ParquetRow Row(params (string Name, object? Value)[] fields)
    {
        var row = new ParquetRow();
        foreach (var (name, value) in fields)
        {
            row[name] = value;
        }

        return row;
    }

    /// <summary>Turns written as <c>role: content</c>; a dash stands for null.</summary>
    public static ParquetRow[] Turns(params string[] turns) => [.. turns.Select(Turn)];

    public static ParquetRow Turn(string turn)
    {
        var at = turn.IndexOf(": ", StringComparison.Ordinal);
        return Row(("role", Text(turn[..at])), ("content", Text(turn[(at + 2)..])));

        static string? Text(string text) => text == "-" ? null : text;
    }

    public static void Write(string directory, string config, IReadOnlyList<Column> columns, IEnumerable<ParquetRow> rows, string file = "train-00000-of-00001.parquet")
    {
        Directory.CreateDirectory(Path.Combine(directory, config));
        using var writer = ParquetWriter.Create(Path.Combine(directory, config, file), new ParquetSchema([.. columns]));
        foreach (var row in rows)
        {
            writer.Write(row);
        }

        writer.Finish();
    }
}
