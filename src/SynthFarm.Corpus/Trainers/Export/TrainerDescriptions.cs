using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SynthFarm.Corpus.Trainers.Export;

/// <summary>The small files by which trainers find exported data.</summary>
internal static class TrainerDescriptions
{
    /// <summary>LLaMA-Factory's <c>dataset_info.json</c>, one entry per file.</summary>
    public static string DatasetInfo(IReadOnlyList<ExportedFile> files)
    {
        var root = new JsonObject();
        foreach (var file in files)
        {
            var input = Trainers.LlamaFactory.Inputs.First(i => i.Config == file.Config);
            var columns = new JsonObject();
            foreach (var column in input.Columns)
            {
                columns[column.Key ?? column.Name] = column.Name;
            }

            var entry = new JsonObject { ["file_name"] = file.Path, ["formatting"] = "sharegpt" };
            if (input.Columns.Any(c => c.Name == "rejected"))
            {
                entry["ranking"] = true;
            }

            entry["columns"] = columns;
            entry["tags"] = new JsonObject
            {
                ["role_tag"] = "role",
                ["content_tag"] = "content",
                ["user_tag"] = "user",
                ["assistant_tag"] = "assistant",
                ["system_tag"] = "system",
            };
            root[$"{file.Config}_{file.Split}"] = entry;
        }

        return root.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n";
    }

    /// <summary>The <c>datasets</c> part of an axolotl configuration.</summary>
    public static string Axolotl(IReadOnlyList<ExportedFile> files)
    {
        var text = new StringBuilder("# The data set parts of an axolotl configuration; take the one you train on. Paths are relative to this file.\n");
        foreach (var file in files.Where(f => f.Split == "train"))
        {
            var isStepwise = file.Config == "prm";
            var isPair = file.Config == "dpo_pairs";
            text.Append(CultureInfo.InvariantCulture, $"\n# {file.Config}\n");
            text.Append(isPair ? "rl: dpo\n" : isStepwise ? "process_reward_model: true\n" : "");
            text.Append(CultureInfo.InvariantCulture, $"datasets:\n  - path: {file.Path}\n    ds_type: json\n    split: train\n");
            text.Append(isStepwise
                ? "    type: stepwise_supervised\n"
                : isPair
                    ? "    type: chat_template.default\n    field_messages: messages\n    field_chosen: chosen\n    field_rejected: rejected\n"
                    : "    type: chat_template\n    field_messages: messages\n");
        }

        return text.ToString();
    }
}
