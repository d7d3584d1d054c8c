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
            var splits = config.Splits.Select(split => Text($"{split.Rows:N0} {split.Name}"));
            yield return $"{config.Name,-13}{string.Join(", ", splits)}";
        }

        foreach (var (reason, count) in manifest.Rejections.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return Text($"  {count,8:N0}  {TerminalText.Line(reason)}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
