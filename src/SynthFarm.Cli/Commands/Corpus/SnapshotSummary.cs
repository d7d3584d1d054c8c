using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>Tells what a snapshot holds.</summary>
internal static class SnapshotSummary
{
    public static IEnumerable<string> Lines(PublishedSnapshot published)
    {
        var manifest = published.Manifest;
        yield return $"{(published.WasThere ? "unchanged" : "published")}  {TerminalText.Line(published.Directory)}";
        foreach (var config in manifest.Configs)
        {
            yield return Line(config);
        }

        if (manifest.Outcomes.Open > 0)
        {
            yield return Text($"partial      {manifest.Outcomes.Open:N0} problems have not ended");
        }

        foreach (var (reason, count) in manifest.Rejections.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return Text($"  {count,8:N0}  {TerminalText.Line(reason)}");
        }
    }

    /// <summary>A config and the rows of its splits.</summary>
    public static string Line(SnapshotConfig config)
        => $"{config.Name,-13}{string.Join(", ", config.Splits.Select(split => Text($"{split.Rows:N0} {split.Name}")))}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
