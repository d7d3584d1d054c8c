using System.Globalization;
using System.Text;

namespace SynthFarm.Corpus.Statistics.Pages;

/// <summary>
/// Writes a corpus's statistics as one HTML page: tables, the yield funnel and histograms as bars. The page asks for nothing from outside and
/// holds no script; every text from a corpus is escaped.
/// </summary>
public static class StatisticsPage
{
    private const string Style = """
        :root { color-scheme: light dark; --bar: #3b7dd8; --soft: #8884; }
        body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; margin-bottom: .2rem; }
        table { border-collapse: collapse; } th, td { padding: .15rem .8rem .15rem 0; text-align: left; vertical-align: middle; }
        td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; } tr { border-bottom: 1px solid var(--soft); }
        td.b { width: 22rem; } .b div { background: var(--bar); height: .8rem; border-radius: 2px; min-width: 1px; }
        """;

    /// <summary>The page's text.</summary>
    /// <param name="title">Its heading, e.g. the snapshot's name.</param>
    public static string Render(string title, CorpusStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{Escape(title)}</h1>\n");
        Bars(html, "Yield funnel", "stage", statistics.Funnel.Select(stage => (stage.Name, stage.Count, Share(stage.Count, statistics.Funnel.Max(s => s.Count)))));
        Bars(html, "Why problems gave no row", "reason", statistics.Rejections.Select(stage => (stage.Name, stage.Count, Share(stage.Count, statistics.Rejections.Max(s => s.Count)))));
        Counts(html, "Labels", "label", statistics.Labels);
        Counts(html, "What gave no row of a config", "reason", statistics.Omissions);
        Yields(html, statistics.Yields);
        Configs(html, statistics.Configs);
        Distributions(html, statistics.Distributions);
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Yields(StringBuilder html, IReadOnlyList<YieldRow> yields)
    {
        foreach (var field in yields.GroupBy(y => y.Field))
        {
            Heading(html, $"Yield by {field.Key}");
            Open(html, [field.Key], ["problems", "accepted", "yield"], withBar: true);
            foreach (var row in field)
            {
                Row(html, [row.Value.Length == 0 ? "(none)" : row.Value], [Count(row.Problems), Count(row.Accepted), Percent(row.Yield)], row.Yield);
            }

            html.Append("</table>\n");
        }
    }

    private static void Counts(StringBuilder html, string heading, string name, IReadOnlyList<ConfigCount> counts)
    {
        if (counts.Count == 0)
        {
            return;
        }

        Heading(html, heading);
        Open(html, ["config", name], ["count"], withBar: false);
        foreach (var count in counts)
        {
            Row(html, [count.Config, count.Name], [Count(count.Count)], null);
        }

        html.Append("</table>\n");
    }

    private static void Configs(StringBuilder html, IReadOnlyList<ConfigRows> configs)
    {
        if (configs.Count == 0)
        {
            return;
        }

        Heading(html, "Files");
        Open(html, ["config", "split"], ["rows", "shards", "bytes"], withBar: false);
        foreach (var config in configs)
        {
            Row(html, [config.Config, config.Split], [Count(config.Rows), Count(config.Shards), Count(config.Bytes)], null);
        }

        html.Append("</table>\n");
    }

    private static void Distributions(StringBuilder html, IReadOnlyList<KeyValuePair<string, Distribution>> distributions)
    {
        Heading(html, "Distributions");
        foreach (var (name, distribution) in distributions)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h3>{Escape(name)}</h3>\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>{Count(distribution.Count)} values, {Count(distribution.Min)} to {Count(distribution.Max)}; mean {distribution.Mean:F1}, median {Count(distribution.P50)}, p90 {Count(distribution.P90)}, p99 {Count(distribution.P99)}</p>\n");
            Open(html, ["range"], ["count"], withBar: true);
            foreach (var bucket in distribution.Buckets)
            {
                Row(html, [Range(bucket)], [Count(bucket.Count)], Share(bucket.Count, distribution.Buckets.Max(b => b.Count)));
            }

            html.Append("</table>\n");
        }
    }

    private static void Bars(StringBuilder html, string heading, string label, IEnumerable<(string Name, long Count, double Share)> bars)
    {
        var rows = bars.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        Heading(html, heading);
        Open(html, [label], ["problems"], withBar: true);
        foreach (var (name, count, share) in rows)
        {
            Row(html, [name], [Count(count)], share);
        }

        html.Append("</table>\n");
    }

    private static void Heading(StringBuilder html, string text) => html.Append(CultureInfo.InvariantCulture, $"<h2>{Escape(text)}</h2>\n");

    private static void Open(StringBuilder html, IEnumerable<string> texts, IEnumerable<string> numbers, bool withBar)
    {
        html.Append("<table>\n<tr>");
        html.AppendJoin("", texts.Select(text => $"<th scope=\"col\">{Escape(text)}</th>"));
        html.AppendJoin("", numbers.Select(text => $"<th class=\"n\" scope=\"col\">{Escape(text)}</th>"));
        html.Append(withBar ? "<th></th></tr>\n" : "</tr>\n");
    }

    private static void Row(StringBuilder html, IEnumerable<string> texts, IEnumerable<string> numbers, double? bar)
    {
        html.Append("<tr>");
        html.AppendJoin("", texts.Select(text => $"<td>{Escape(text)}</td>"));
        html.AppendJoin("", numbers.Select(text => $"<td class=\"n\">{Escape(text)}</td>"));
        html.Append(bar is { } share ? string.Create(CultureInfo.InvariantCulture, $"<td class=\"b\"><div style=\"width:{100 * share:F1}%\"></div></td></tr>\n") : "</tr>\n");
    }

    private static string Range(DistributionBucket bucket) => bucket.From == bucket.To ? Count(bucket.From) : $"{Count(bucket.From)} to {Count(bucket.To)}";

    private static double Share(long count, long most) => most == 0 ? 0 : (double)count / most;

    private static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + " %";

    private static string Escape(string text) => System.Net.WebUtility.HtmlEncode(string.Concat(text.Select(c => char.IsControl(c) ? '\ufffd' : c)));
}
