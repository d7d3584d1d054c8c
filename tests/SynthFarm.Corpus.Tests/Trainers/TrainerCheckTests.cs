using SynthFarm.Corpus.Checking;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;
using static SynthFarm.Corpus.Tests.Trainers.DataSet;
using KnownTrainers = SynthFarm.Corpus.Trainers.Trainers;

namespace SynthFarm.Corpus.Tests.Trainers;

/// <summary>Each rule of each trainer, kept and broken.</summary>
public sealed class TrainerCheckTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string, string> Inputs =>
        [.. KnownTrainers.All.SelectMany(t => t.Inputs.Select(i => new TheoryDataRow<string, string>(t.Name, i.Config)))];

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Good_rows_pass(string trainer, string config)
    {
        Write(_directory["set"], config, Columns(config), [Good(config), Good(config)]);
        WriteDatasetInfo(config);
        var report = await CheckAsync(trainer);
        Assert.Empty(report.Findings);
        Assert.Equal(2, report.TrainerRows);
    }

    [Theory]
    [InlineData("trl", "sft", "messages", "messages is empty")]
    [InlineData("trl", "sft", "messages", "messages ends with a turn of \"user\"", "user: a", "assistant: b", "user: c")]
    [InlineData("trl", "sft", "messages", "has no turn of \"user\"", "assistant: b")]
    [InlineData("trl", "sft", "messages", "messages[0] has the role \"human\"", "human: a", "assistant: b")]
    [InlineData("trl", "sft", "messages", "messages[1] has no content", "user: a", "assistant: -")]
    [InlineData("trl", "sft", "messages", "messages[0] has no role", "-: a", "assistant: b")]
    [InlineData("trl", "sft", "messages", "messages[1] has no text", "user: a", "assistant: ")]
    [InlineData("trl", "sft", "messages", "messages[1] is a system turn behind others", "user: a", "system: s", "assistant: b")]
    [InlineData("trl", "shortcut", "messages", "messages is empty")]
    [InlineData("trl", "dpo", "prompt", "prompt ends with a turn of \"assistant\"", "user: a", "assistant: b")]
    [InlineData("trl", "dpo", "chosen", "chosen has a turn of \"user\"", "user: b")]
    [InlineData("trl", "dpo", "rejected", "rejected is empty")]
    [InlineData("trl", "dpo", "rejected", "chosen and rejected are equal", "assistant: Answer: 2")]
    [InlineData("trl", "kto", "completion", "completion has a turn of \"user\"", "user: b")]
    [InlineData("trl", "kto", "prompt", "prompt is empty")]
    [InlineData("trl", "rl", "prompt", "prompt ends with a turn of \"assistant\"", "user: a", "assistant: b")]
    [InlineData("llamafactory", "sft", "messages", "turn 2 of messages is of \"user\"", "user: a", "user: b", "assistant: c")]
    [InlineData("llamafactory", "sft", "messages", "messages has 1 turns; an even number", "user: a")]
    [InlineData("llamafactory", "dpo_pairs", "messages", "messages has 2 turns; an odd number", "user: a", "assistant: b")]
    [InlineData("axolotl", "sft", "messages", "messages is empty")]
    [InlineData("axolotl", "dpo_pairs", "messages", "turn 1 of messages is of \"assistant\"", "assistant: a")]
    [InlineData("openrlhf", "sft", "messages", "messages ends with a turn of \"user\"", "user: a")]
    [InlineData("openrlhf", "dpo", "chosen", "chosen is empty")]
    [InlineData("openrlhf", "rl", "prompt", "prompt is empty")]
    [InlineData("verl", "rl", "prompt", "prompt is empty")]
    [InlineData("verl", "sft", "messages", "messages ends with a turn of \"user\"", "user: a")]
    public async Task A_conversation_that_breaks_a_rule_is_named_with_its_row(string trainer, string config, string column, string expected, params string[] turns)
    {
        var row = Good(config);
        row[column] = Turns(turns);
        await AssertNamedAsync(trainer, config, row, expected);
    }

    [Theory]
    [InlineData("llamafactory", "user: b", "chosen has a turn of \"user\"")]
    [InlineData("axolotl", "assistant: Answer: 3", "chosen and rejected are equal")]
    [InlineData("llamafactory", "assistant: -", "chosen[0] has no content")]
    public async Task A_single_answer_that_breaks_a_rule_is_named(string trainer, string turn, string expected)
    {
        var row = Good("dpo_pairs");
        row["chosen"] = Turn(turn);
        await AssertNamedAsync(trainer, "dpo_pairs", row, expected);
    }

    [Theory]
    [InlineData("trl")]
    [InlineData("axolotl")]
    public async Task Steps_and_labels_that_do_not_fit_are_named(string trainer)
    {
        await AssertNamedAsync(trainer, "prm", With("labels", (bool[])[true]), "2 completions have 1 labels");
        await AssertNamedAsync(trainer, "prm", With("completions", (string[])["", "b"]), "completions[0] is empty");
        await AssertNamedAsync(trainer, "prm", With("prompt", ""), "prompt is empty");
        var none = With("completions", Array.Empty<string>());
        none["labels"] = Array.Empty<bool>();
        await AssertNamedAsync(trainer, "prm", none, "completions is empty");

        static ParquetRow With(string column, object value)
        {
            var row = Good("prm");
            row[column] = value;
            return row;
        }
    }

    [Theory]
    [InlineData("data_source", "data_source is empty")]
    [InlineData("ability", "ability is empty")]
    [InlineData("reward_model.style", "reward_model.style is \"\"")]
    [InlineData("reward_model.ground_truth", "reward_model.ground_truth is empty")]
    [InlineData("extra_info.split", "extra_info.split is empty")]
    public async Task A_prompt_that_no_rule_can_judge_is_named(string field, string expected)
    {
        var row = Good("rl");
        var parts = field.Split('.');
        (parts.Length == 1 ? row : (ParquetRow)row[parts[0]]!)[parts[^1]] = "";
        await AssertNamedAsync("verl", "rl", row, expected);
    }

    public static TheoryData<string, string, string, string> Types => new()
    {
        { "trl", "prm", "labels", "column \"labels\" is list<float> where list<bool> is expected" },
        { "trl", "kto", "label", "column \"label\" is float where bool is expected" },
        { "trl", "sft", "messages", "column \"messages\" is float where list<struct<role, content>> is expected" },
        { "axolotl", "dpo_pairs", "chosen", "column \"chosen\" is float where struct<role, content> is expected" },
        { "openrlhf", "dpo", "prompt", "column \"prompt\" is float where list<struct<role, content>>" },
        { "verl", "rl", "reward_model", "column \"reward_model\" is float where struct<style, ground_truth>" },
        { "verl", "rl", "extra_info", "column \"extra_info\" is float where struct<split, index>" },
        { "verl", "rl", "ability", "column \"ability\" is float where string" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_column_of_another_type_is_named(string trainer, string config, string column, string expected)
    {
        var isList = column == "labels";
        var columns = Columns(config).Select(c => c.Name != column ? c : isList ? Column.List(column, Column.Float("element")) : Column.Float(column)).ToList();
        var row = Good(config);
        row[column] = isList ? (float[])[0.93f, 0.1f] : 0.93f;
        Write(_directory["set"], config, columns, [row]);
        WriteDatasetInfo(config);
        Assert.Contains((await CheckAsync(trainer)).Findings, f => f.What.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("trl", "sft", "prompt")]
    [InlineData("trl", "sft", "text")]
    [InlineData("trl", "dpo", "messages")]
    [InlineData("trl", "prm", "messages")]
    [InlineData("llamafactory", "sft", "tools")]
    [InlineData("axolotl", "sft", "images")]
    [InlineData("openrlhf", "dpo", "margin")]
    [InlineData("verl", "sft", "enable_thinking")]
    public async Task A_column_that_the_trainer_would_take_for_its_own_is_named(string trainer, string config, string name)
    {
        var row = Good(config);
        row[name] = "x";
        Write(_directory["set"], config, [.. Columns(config), Column.String(name)], [row]);
        WriteDatasetInfo(config);
        Assert.Contains((await CheckAsync(trainer)).Findings, f => f.What.Contains($"has a column \"{name}\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Each_column_a_trainer_reads_is_missed_when_it_is_not_there(string trainer, string config)
    {
        foreach (var missing in KnownTrainers.Find(trainer)!.Inputs.First(i => i.Config == config).Columns)
        {
            Write(_directory["set"], config, [.. Columns(config).Where(c => c.Name != missing.Name), Column.Int32("other")], []);
            WriteDatasetInfo(config);
            Assert.Contains((await CheckAsync(trainer)).Findings, f => f.What.Contains($"has no column \"{missing.Name}\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_third_field_in_a_message_is_named_because_templates_see_it()
    {
        var message = Column.Struct("element", Column.String("role"), Column.String("content"), Column.String("tool_calls", optional: true));
        Write(_directory["set"], "sft", [Column.List("messages", message), Column.String("id")], []);
        Assert.Contains((await CheckAsync("trl")).Findings, f => f.What.Contains("list<struct<role, content, tool_calls>>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_that_no_trainer_could_load_are_named()
    {
        Write(_directory["set"], "sft", Columns("sft"), [Good("sft")], "train-00000-of-00003.parquet");
        Write(_directory["set"], "sft", Columns("dpo"), [Good("dpo")], "train-00001-of-00003.parquet");
        Write(_directory["set"], "sft", Columns("sft"), [Good("sft")], "part1.parquet");
        await File.WriteAllTextAsync(Path.Combine(_directory["set"], "sft", "README.md"), "no shard");
        var findings = (await CheckAsync("trl")).Findings.Select(f => f.ToString()).ToList();
        Assert.Contains(findings, f => f.StartsWith("sft/README.md: lies among the shards", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.StartsWith("sft/part1.parquet: is not named", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.StartsWith("sft/train: has 2 shards where their names say 3", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.StartsWith("sft/train-00001-of-00003.parquet: has other columns than the first shard", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"formatting\": \"sharegpt\"", "\"formatting\": \"openai\"", "adds a line to the system prompt")]
    [InlineData("\"role_tag\": \"role\"", "\"role_tag\": \"from\"", "tags.role_tag is \"from\"")]
    [InlineData("\"chosen\": \"chosen\"", "\"chosen\": \"better\"", "columns does not list \"chosen\"")]
    [InlineData("\"chosen\": \"chosen\"", "\"chosen\": \"better\"", "columns.chosen names \"better\", which the file does not have")]
    [InlineData("\"ranking\": true", "\"ranking\": false", "ranking is not true")]
    [InlineData("\"file_name\": \"dpo_pairs\"", "\"file_name\": \"dpo_pairs/gone.parquet\"", "leads to no file")]
    [InlineData("\"file_name\": \"dpo_pairs\"", "\"file_name\": \"elsewhere\"", "has no entry whose file_name is dpo_pairs")]
    [InlineData("{", "{{", "cannot be read")]
    public async Task A_description_that_LLaMA_Factory_would_misread_is_named(string good, string bad, string expected)
    {
        Write(_directory["set"], "dpo_pairs", Columns("dpo_pairs"), [Good("dpo_pairs")]);
        WriteDatasetInfo("dpo_pairs");
        var path = Path.Combine(_directory["set"], "dataset_info.json");
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains((await CheckAsync("llamafactory")).Findings, f => f.What.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_description_is_named()
    {
        Write(_directory["set"], "sft", Columns("sft"), [Good("sft")]);
        Assert.Contains((await CheckAsync("llamafactory")).Findings, f => f.File == "dataset_info.json" && f.What.Contains("is not there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_published_snapshot_passes_every_trainers_check()
    {
        var snapshot = await Farmed.SnapshotAsync(_directory, problems: 30);
        var report = await SnapshotChecker.CheckAsync(snapshot, new CheckOptions { Trainers = KnownTrainers.All });
        Assert.DoesNotContain(report.Findings, f => f.Severity == CheckSeverity.Damage);
        Assert.True(report.TrainerRows >= 5 * 2 * 21);
    }

    private async Task AssertNamedAsync(string trainer, string config, ParquetRow row, string expected)
    {
        Write(_directory["set"], config, Columns(config), [Good(config), row]);
        WriteDatasetInfo(config);
        var report = await CheckAsync(trainer);
        Assert.Contains(report.Findings, f => f.What.Contains(expected, StringComparison.Ordinal) && f.What.StartsWith(trainer + ":", StringComparison.Ordinal) && f.Where == "row 1, id row-0");
        Assert.False(report.IsSound);
    }

    private Task<CheckReport> CheckAsync(string trainer)
        => SnapshotChecker.CheckAsync(_directory["set"], new CheckOptions { Trainers = [KnownTrainers.Find(trainer)!] });

    private void WriteDatasetInfo(string config)
    {
        var isPair = config == "dpo_pairs";
        var columns = isPair ? ", \"chosen\": \"chosen\", \"rejected\": \"rejected\"" : config == "kto_messages" ? ", \"kto_tag\": \"label\"" : "";
        File.WriteAllText(Path.Combine(_directory["set"], "dataset_info.json"), $$"""
            {
              "set": {
                "file_name": "{{config}}",
                "formatting": "sharegpt",{{(isPair ? "\n    \"ranking\": true," : "")}}
                "columns": { "messages": "messages"{{columns}} },
                "tags": { "role_tag": "role", "content_tag": "content", "user_tag": "user", "assistant_tag": "assistant", "system_tag": "system" }
              }
            }
            """);
    }
}
