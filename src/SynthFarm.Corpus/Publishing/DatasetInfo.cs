using System.Text.Json.Nodes;
using SynthFarm.Corpus.Rows;

namespace SynthFarm.Corpus.Publishing;

/// <summary>
/// Writes <c>dataset_info.json</c>, LLaMA-Factory's description of local data. A folder is read whole, whatever its files are called, so
/// a config that also has held-out splits is described by its training shards instead.
/// </summary>
internal static class DatasetInfo
{
    public static string Render(SnapshotManifest manifest)
    {
        var root = new JsonObject();
        foreach (var config in manifest.Configs.Where(c => c.Name is ConfigNames.Sft or ConfigNames.Shortcut))
        {
            foreach (var (suffix, path) in TrainingFiles(config))
            {
                root[$"{manifest.Name}_{config.Name}{suffix}"] = Entry(path);
            }
        }

        return root.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n";
    }

    private static IEnumerable<(string Suffix, string Path)> TrainingFiles(SnapshotConfig config)
    {
        if (config.Splits.All(s => s.Name == SplitNames.Train))
        {
            return [("", config.Name)];
        }

        var shards = config.Splits.FirstOrDefault(s => s.Name == SplitNames.Train)?.Shards ?? [];
        return shards.Count == 1 ? [("", shards[0])] : shards.Select((path, i) => ($"_{i:D5}", path));
    }

    /// <summary>"sharegpt" with tags, because "openai" changes the system prompt.</summary>
    private static JsonObject Entry(string path) => new()
    {
        ["file_name"] = path,
        ["formatting"] = "sharegpt",
        ["columns"] = new JsonObject { ["messages"] = "messages" },
        ["tags"] = new JsonObject
        {
            ["role_tag"] = "role",
            ["content_tag"] = "content",
            ["user_tag"] = "user",
            ["assistant_tag"] = "assistant",
            ["system_tag"] = "system",
        },
    };
}
