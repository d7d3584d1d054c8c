using System.Globalization;
using System.Text;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Writes the dataset card, <c>README.md</c>: what the Hub reads above, what people read below. Holds no time.</summary>
internal static class DatasetCard
{
    /// <param name="licenses">The licenses of the problems in <c>sft</c>; an empty string for problems that state none.</param>
    public static string Render(SnapshotManifest manifest, IReadOnlyCollection<string> licenses)
    {
        var text = new StringBuilder();
        AppendHeader(text, manifest, licenses);
        AppendContents(text, manifest);
        DatasetCardProse.AppendUse(text, manifest);
        DatasetCardProse.AppendColumns(text, manifest);
        if (manifest.Selection is { } selection)
        {
            SelectionProse.Append(text, selection, manifest.Parents);
        }

        AppendOrigin(text, manifest);
        return text.ToString();
    }

    private static void AppendHeader(StringBuilder text, SnapshotManifest manifest, IReadOnlyCollection<string> licenses)
    {
        text.Append("---\n");
        Line(text, $"pretty_name: {Quoted(manifest.Name)}");
        if (licenses.Count == 1 && licenses.First() is { Length: > 0 } license)
        {
            Line(text, $"license: {Quoted(license.ToLowerInvariant())}");
        }
        else if (licenses.Any(l => l.Length > 0))
        {
            Line(text, $"license: other");
        }

        text.Append("language:\n- en\ntask_categories:\n- text-generation\ntags:\n- synthetic\n- reasoning\n- long-cot\n");
        Line(text, $"size_categories:\n- {SizeCategory(Rows(manifest.Configs[0]))}");
        text.Append("configs:\n");
        foreach (var config in manifest.Configs)
        {
            Line(text, $"- config_name: {config.Name}");
            if (config == manifest.Configs[0])
            {
                Line(text, $"  default: true");
            }

            text.Append("  data_files:\n");
            foreach (var split in config.Splits)
            {
                Line(text, $"  - split: {split.Name}\n    path: \"{config.Name}/{split.Name}-*.parquet\"");
            }
        }

        text.Append("---\n\n");
    }

    private static void AppendContents(StringBuilder text, SnapshotManifest manifest)
    {
        Line(text, $"# {manifest.Name}\n");
        text.Append("Problems with verified reasoning, made by SynthFarm: for each problem a tree of reasoning steps was grown, its answers were\n");
        text.Append("checked, and the tree was walked depth first into a long thought that keeps mistakes, reflections and backtracking.\n\n");
        text.Append("| config | split | rows | shards | bytes |\n|---|---|---:|---:|---:|\n");
        var bytes = manifest.Files.ToDictionary(f => f.Path, f => f.Bytes);
        foreach (var config in manifest.Configs)
        {
            foreach (var split in config.Splits)
            {
                Line(text, $"| {config.Name} | {split.Name} | {split.Rows} | {split.Shards.Count} | {split.Shards.Sum(s => bytes[s])} |");
            }
        }

        text.Append('\n');
    }

    private static void AppendOrigin(StringBuilder text, SnapshotManifest manifest)
    {
        var outcomes = manifest.Outcomes;
        text.Append("## How it was made\n\n");
        text.Append("| problems | accepted | exhausted | failed | cancelled | left out |\n|---:|---:|---:|---:|---:|---:|\n");
        var problems = outcomes.Accepted + outcomes.Exhausted + outcomes.Failed + outcomes.Cancelled;
        Line(text, $"| {problems} | {outcomes.Accepted} | {outcomes.Exhausted} | {outcomes.Failed} | {outcomes.Cancelled} | {outcomes.Absent} |\n");
        foreach (var run in manifest.Runs)
        {
            Line(text, $"- run {Code(run.RunId)}, round {run.Round}: policy {Code(run.PolicyModel)}, reward model {Code(run.RewardModel)}, search {Code(run.Search)}, seed {run.Seed}, configuration {Code(run.ConfigHash)}");
        }

        var derivation = manifest.Derivation;
        var versions = new[] { derivation.Version, derivation.Preferences?.Version, derivation.Labels?.Version }.OfType<string>().Select(Code);
        Line(text, $"- derivation {string.Join(", ", versions)}, dialect {Code(derivation.Dialect)}, answers checked by {string.Join(", ", manifest.Verifiers.Select(Code))}");
        if (manifest.Rejections.Count > 0)
        {
            text.Append("\nProblems that gave no long thought, by reason:\n\n| reason | problems |\n|---|---:|\n");
            foreach (var (reason, count) in manifest.Rejections)
            {
                Line(text, $"| {reason} | {count} |");
            }
        }

        var omitted = manifest.Configs.SelectMany(c => (c.Omitted ?? new Dictionary<string, long>()).Select(o => (c.Name, Reason: o.Key, Count: o.Value))).ToList();
        if (omitted.Count > 0)
        {
            text.Append("\nWhat gave no row of the other configs (trees for `dpo...`, ended paths otherwise):\n\n| config | reason | count |\n|---|---|---:|\n");
            foreach (var (config, reason, count) in omitted)
            {
                Line(text, $"| {config} | {reason} | {count} |");
            }
        }

        text.Append("\n`manifest.json` lists every file with its SHA-256.\n");
    }

    private static long Rows(SnapshotConfig config) => config.Splits.Sum(s => s.Rows);

    private static string SizeCategory(long rows) => rows switch
    {
        < 1_000 => "n<1K",
        < 10_000 => "1K<n<10K",
        < 100_000 => "10K<n<100K",
        < 1_000_000 => "100K<n<1M",
        < 10_000_000 => "1M<n<10M",
        _ => "10M<n<100M",
    };

    /// <summary>A YAML double-quoted scalar: JSON's string form is one.</summary>
    private static string Quoted(string value) => System.Text.Json.JsonSerializer.Serialize(value);

    /// <summary>Text from elsewhere as code, so that it cannot be markup.</summary>
    private static string Code(string value) => "`" + string.Concat(value.Select(c => char.IsControl(c) || c is '`' or '|' ? ' ' : c)) + "`";

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
