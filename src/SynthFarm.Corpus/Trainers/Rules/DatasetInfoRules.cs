using System.Text.Json;
using System.Text.Json.Nodes;
using SynthFarm.Parquet.Reading;

namespace SynthFarm.Corpus.Trainers.Rules;

/// <summary>Rules of LLaMA-Factory's <c>dataset_info.json</c>.</summary>
internal static class DatasetInfoRules
{
    public const string FileName = "dataset_info.json";

    private static readonly (string Key, string Value)[] _tags =
    [
        ("role_tag", "role"), ("content_tag", "content"), ("user_tag", "user"), ("assistant_tag", "assistant"),
    ];

    /// <summary>What is wrong with the description of a directory's configs, each with the entry it is about; null for the file as a whole.</summary>
    /// <exception cref="JsonException">While enumerating: the file is no JSON.</exception>
    public static IEnumerable<(string? Entry, string What)> Faults(string directory, IReadOnlyList<TrainerInput> inputs)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
        {
            yield return (null, "is not there; LLaMA-Factory finds no data set without it");
            yield break;
        }

        if (JsonNode.Parse(File.ReadAllBytes(path)) is not JsonObject root)
        {
            yield return (null, "holds no JSON object");
            yield break;
        }

        foreach (var input in inputs)
        {
            var entries = root.Where(entry => IsOf(entry.Value, input.Config)).ToList();
            if (entries.Count == 0)
            {
                yield return (null, $"has no entry whose file_name is {input.Config}");
            }

            foreach (var (name, entry) in entries)
            {
                foreach (var fault in Faults(directory, input, (JsonObject)entry!))
                {
                    yield return ($"\"{name}\"", fault);
                }
            }
        }
    }

    private static IEnumerable<string> Faults(string directory, TrainerInput input, JsonObject entry)
    {
        if (Text(entry["formatting"]) is var formatting and not "sharegpt")
        {
            yield return formatting == "openai"
                ? "formatting \"openai\" adds a line to the system prompt; \"sharegpt\" with tags is expected"
                : $"formatting is \"{formatting}\" where \"sharegpt\" is expected";
        }

        var columns = entry["columns"] as JsonObject ?? [];
        foreach (var column in input.Columns.Where(c => Text(columns[c.Key ?? c.Name]) != c.Name))
        {
            yield return $"columns does not list \"{column.Name}\"; a column that is not listed is not read";
        }

        var there = Path.Combine(directory, FileOf(entry)!);
        var shard = File.Exists(there) ? there : Directory.Exists(there) ? Directory.EnumerateFiles(there).Order(StringComparer.Ordinal).FirstOrDefault() : null;
        if (shard is null)
        {
            yield return $"file_name {FileOf(entry)} leads to no file";
        }
        else if (shard.EndsWith(TrainerFiles.Extension, StringComparison.Ordinal))
        {
            using var reader = ParquetReader.Open(shard);
            foreach (var (key, value) in columns.Where(c => reader.Schema.Fields.All(f => f.Name != Text(c.Value))))
            {
                yield return $"columns.{key} names \"{Text(value)}\", which the file does not have";
            }
        }

        var tags = entry["tags"] as JsonObject ?? [];
        foreach (var (key, value) in _tags.Where(tag => Text(tags[tag.Key]) != tag.Value))
        {
            yield return $"tags.{key} is \"{Text(tags[key])}\" where \"{value}\" is expected";
        }

        if (input.Columns.Any(c => c.Name == "rejected") && entry["ranking"]?.GetValueKind() != JsonValueKind.True)
        {
            yield return "ranking is not true; a preference set would be read as plain conversations";
        }
    }

    private static bool IsOf(JsonNode? entry, string config)
        => FileOf(entry) is { } file && (file == config || file.StartsWith(config + "/", StringComparison.Ordinal));

    private static string? FileOf(JsonNode? entry) => entry is JsonObject o ? Text(o["file_name"]) : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
