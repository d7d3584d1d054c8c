using System.Text.Json;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trainers.Export;

/// <summary>The forms that <c>corpus export</c> writes.</summary>
public static class ExportFormats
{
    /// <summary>All, in the order the command lists them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        WithTruth(OfTrainer(Trainers.Trl, isParquet: false), "ground_truth"),
        OfTrainer(Trainers.LlamaFactory, isParquet: false) with { Description = ("dataset_info.json", TrainerDescriptions.DatasetInfo) },
        OfTrainer(Trainers.Axolotl, isParquet: false) with { Description = ("axolotl.yml", TrainerDescriptions.Axolotl) },
        WithTruth(OfTrainer(Trainers.OpenRlhf, isParquet: false), "label"),
        OfTrainer(Trainers.Verl, isParquet: true),
        new()
        {
            Name = "sharegpt",
            Summary = "conversations of from and value, as SkyThought and older trainers read them",
            Sources = [Thoughts("sft", ShareGpt), Thoughts("shortcut", ShareGpt)],
        },
        new()
        {
            Name = "processbench",
            Summary = "id, generator, problem, steps, final_answer_correct, label (0-based first wrong step, -1 for none)",
            Sources = [new("processbench", ["id", "generator", "problem", "steps", "final_answer_correct", "label"])],
        },
        new()
        {
            Name = "o1-journey",
            Summary = "question, answer and longCOT, which ends with \"#### answer\"",
            Sources = [Thoughts("sft", O1Journey, "answer"), Thoughts("shortcut", O1Journey, "answer")],
        },
    ];

    /// <summary>The format of a name; null when there is none.</summary>
    public static ExportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);

    private static ExportFormat OfTrainer(Trainer trainer, bool isParquet) => new()
    {
        Name = trainer.Name,
        Summary = $"the columns that {trainer.Title} reads, config by config",
        Sources = [.. trainer.Inputs.Select(input => new ExportSource(input.Config, [.. input.Columns.Select(c => c.Name)]))],
        IsParquet = isParquet,
    };

    /// <summary>Gives prompts for RL the truth to judge by, in a column of its own: these trainers read no struct for it.</summary>
    private static ExportFormat WithTruth(ExportFormat format, string column) => format with
    {
        Sources =
        [
            .. format.Sources.Select(source => source.Config != "rl" ? source : new ExportSource("rl", ["prompt", "reward_model"], (json, row) =>
            {
                json.WritePropertyName("prompt");
                RowJson.WriteValue(json, row["prompt"]);
                json.WriteString(column, row.Get<string?>("reward_model.ground_truth"));
            })),
        ],
    };

    private static ExportSource Thoughts(string config, Action<Utf8JsonWriter, ParquetRow> write, params string[] beside)
        => new(config, ["id", "messages", .. beside], write);

    private static void ShareGpt(Utf8JsonWriter json, ParquetRow row)
    {
        json.WriteString("id", row.Get<string>("id"));
        json.WriteStartArray("conversations");
        foreach (var message in row.Get<IReadOnlyList<ParquetRow>>("messages"))
        {
            json.WriteStartObject();
            json.WriteString("from", message.Get<string>("role") switch { "user" => "human", "assistant" => "gpt", var other => other });
            json.WriteString("value", message.Get<string>("content"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The thought without its marks and without the answer line, then the answer in the data set's own form.</summary>
    private static void O1Journey(Utf8JsonWriter json, ParquetRow row)
    {
        var messages = row.Get<IReadOnlyList<ParquetRow>>("messages");
        var answer = row.Get<string>("answer");
        json.WriteString("question", messages[0].Get<string>("content"));
        json.WriteString("answer", answer);
        json.WriteString("longCOT", $"{Thought(messages[^1].Get<string>("content"))}\n#### {answer}");
    }

    private static string Thought(string content)
    {
        const string begin = "<think>\n", end = "</think>";
        var from = content.StartsWith(begin, StringComparison.Ordinal) ? begin.Length : 0;
        var to = content.LastIndexOf(end, StringComparison.Ordinal);
        return (to < 0 ? content[from..] : content[from..to]).TrimEnd('\n');
    }
}
