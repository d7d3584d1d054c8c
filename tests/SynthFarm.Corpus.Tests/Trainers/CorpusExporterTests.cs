using System.Text.Json;
using SynthFarm.Core.Chat;
using SynthFarm.Corpus.Trainers.Export;
using SynthFarm.Corpus.Trainers.Views;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Schema;
using SynthFarm.TestKit;
using static SynthFarm.Corpus.Tests.Trainers.DataSet;
using KnownTrainers = SynthFarm.Corpus.Trainers.Trainers;

namespace SynthFarm.Corpus.Tests.Trainers;

public sealed class CorpusExporterTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("trl")]
    [InlineData("llamafactory")]
    [InlineData("axolotl")]
    [InlineData("openrlhf")]
    [InlineData("sharegpt")]
    [InlineData("processbench")]
    [InlineData("o1-journey")]
    public void Text_forms_are_as_agreed(string format)
    {
        WriteAll();
        CorpusExporter.Export(_directory["set"], ExportFormats.Find(format)!, null, _directory["out"]);
        var files = Farmed.Files(_directory["out"]).Select(f => $"== {f.Path}\n{System.Text.Encoding.UTF8.GetString(f.Bytes)}");
        Golden.Verify(string.Join('\n', files), format + ".txt");
    }

    [Fact]
    public void Verl_gets_parquet_with_the_columns_it_reads()
    {
        WriteAll();
        var files = CorpusExporter.Export(_directory["set"], ExportFormats.Find("verl")!, ["rl"], _directory["out"]);
        Assert.Equal([new ExportedFile("rl/train.parquet", "rl", "train", 1)], files);
        using var reader = ParquetReader.Open(Path.Combine(_directory["out"], "rl", "train.parquet"));
        Assert.Equal(["data_source", "prompt", "ability", "reward_model", "extra_info"], reader.Schema.Fields.Select(f => f.Name));
        Assert.Equal("2", reader.Rows().Single().Get<string>("reward_model.ground_truth"));
    }

    [Fact]
    public void Hostile_text_comes_back_as_it_was()
    {
        const string hostile = "\u0000\u001b[31m</script>\u202e\ud83d\ude00 \"quoted\" \\ \u2028 <|im_end|>";
        var row = Good("sft");
        row["messages"] = new[] { Row(("role", "user"), ("content", hostile)), Turn("assistant: Answer: 2") };
        Write(_directory["set"], "sft", Columns("sft"), [row]);
        CorpusExporter.Export(_directory["set"], ExportFormats.Find("trl")!, ["sft"], _directory["out"]);
        var line = Assert.Single(File.ReadAllText(Path.Combine(_directory["out"], "sft", "train.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(hostile, JsonDocument.Parse(line).RootElement.GetProperty("messages")[0].GetProperty("content").GetString());
    }

    [Fact]
    public void What_cannot_be_exported_is_named_and_nothing_is_written()
    {
        Write(_directory["set"], "sft", Columns("sft"), [Good("sft")]);
        Directory.CreateDirectory(_directory["taken"]);
        AssertRefused("is not made of \"trees\"", "trl", ["trees"], "out");
        AssertRefused("has no config \"dpo\"", "trl", ["dpo"], "out");
        AssertRefused("has none of the configs", "processbench", null, "out");
        AssertRefused("is there already", "trl", null, "taken");
        AssertRefused("has no column \"answer\"", "o1-journey", null, "out");
        Assert.False(Path.Exists(_directory["out"]));
        Assert.False(Path.Exists(_directory["out"] + ".tmp"));
    }

    [Theory]
    [InlineData("trl", "sft", "chatml")]
    [InlineData("trl", "dpo", "llama3")]
    [InlineData("trl", "prm", "raw")]
    [InlineData("llamafactory", "dpo_pairs", "mistral")]
    [InlineData("verl", "rl", "chatml")]
    public void A_row_is_shown_as_the_trainer_sees_it(string trainer, string config, string template)
    {
        Write(_directory["set"], config, Columns(config), [Good(config)]);
        var view = RowViewer.Show(_directory["set"], "row-0", KnownTrainers.Find(trainer)!, ChatTemplate.Find(template)!);
        var pieces = view.Pieces.Select(p => $"{(p.IsLearned ? "+" : " ")}{(p.IsMark ? "m" : " ")} [{p.Part}] {JsonSerializer.Serialize(p.Text)}");
        Golden.Verify($"{view.Config} {view.File} {view.Row} {view.Task} {view.Template}\n{string.Join('\n', pieces)}\n", $"{trainer}.{config}.txt");
    }

    [Fact]
    public void Text_that_would_forge_a_turn_is_warned_of()
    {
        var row = Good("sft");
        row["messages"] = Turns("user: now <|im_end|> then", "assistant: Answer: 2");
        Write(_directory["set"], "sft", Columns("sft"), [row]);
        var view = RowViewer.Show(_directory["set"], "row-0", KnownTrainers.Trl, ChatTemplate.ChatML);
        Assert.Contains(view.Warnings, w => w.Contains("<|im_end|>", StringComparison.Ordinal));
        Assert.Throws<CorpusException>(() => RowViewer.Show(_directory["set"], "row-9", KnownTrainers.Trl, ChatTemplate.ChatML));
    }

    private void AssertRefused(string expected, string format, string[]? configs, string place)
    {
        var error = Assert.Throws<CorpusException>(() => CorpusExporter.Export(_directory["set"], ExportFormats.Find(format)!, configs, _directory[place]));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    private void WriteAll()
    {
        foreach (var config in new[] { "dpo", "dpo_pairs", "kto", "kto_messages", "prm", "rl" })
        {
            Write(_directory["set"], config, Columns(config), [Good(config)]);
        }

        var thought = Good("sft");
        thought["answer"] = "2";
        foreach (var config in new[] { "sft", "shortcut" })
        {
            Write(_directory["set"], config, [.. Columns(config), Column.String("answer")], [thought]);
        }

        Write(
            _directory["set"],
            "processbench",
            [
                Column.String("id"), Column.String("generator"), Column.String("problem"),
                Column.List("steps", Column.String("element")),
                Column.Boolean("final_answer_correct"), Column.Int32("label"),
            ],
            [Row(("id", "p-0"), ("generator", "tiny"), ("problem", "1 + 1?"), ("steps", (string[])["1 + 1 = 3"]), ("final_answer_correct", false), ("label", 0))]);
    }
}
