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
        foreach (var (config, entry) in manifest.Configs.Select(c => (c, Described(c.Name))).Where(c => c.Item2 is not null))
        {
            foreach (var (suffix, path) in TrainingFiles(config))
            {
                root[$"{manifest.Name}_{config.Name}{suffix}"] = entry!(path);
            }
        }

        return root.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n";
    }

    /// <summary>Whether a config has an entry.</summary>
    public static bool IsDescribed(string config) => Described(config) is not null;

    private static IEnumerable<(string Suffix, string Path)> TrainingFiles(SnapshotConfig config)
    {
        if (config.Splits.All(s => s.Name == SplitNames.Train))
        {
            return [("", config.Name)];
        }

        var shards = config.Splits.FirstOrDefault(s => s.Name == SplitNames.Train)?.Shards ?? [];
        return shards.Count == 1 ? [("", shards[0])] : shards.Select((path, i) => ($"_{i:D5}", path));
    }

    /// <summary>How a config is described; null for those LLaMA-Factory has no use for or would misread.</summary>
    private static Func<string, JsonObject>? Described(string config) => config switch
    {
        ConfigNames.Sft or ConfigNames.Shortcut => path => Entry(path, isRanking: false),
        ConfigNames.DpoPairs => path => Entry(path, isRanking: true, ("chosen", "chosen"), ("rejected", "rejected")),
        ConfigNames.KtoMessages => path => Entry(path, isRanking: false, ("kto_tag", "label")),
        _ => null,
    };

    /// <summary>"sharegpt" with tags, because "openai" changes the system prompt. Columns that are not named are not read.</summary>
    private static JsonObject Entry(string path, bool isRanking, params (string Name, string Column)[] columns)
    {
        var entry = new JsonObject { ["file_name"] = path, ["formatting"] = "sharegpt" };
        if (isRanking)
        {
            entry["ranking"] = true;
        }

        var named = new JsonObject { ["messages"] = "messages" };
        foreach (var (name, column) in columns)
        {
            named[name] = column;
        }

        entry["columns"] = named;
        entry["tags"] = new JsonObject
        {
            ["role_tag"] = "role",
            ["content_tag"] = "content",
            ["user_tag"] = "user",
            ["assistant_tag"] = "assistant",
            ["system_tag"] = "system",
        };
        return entry;
    }
}
