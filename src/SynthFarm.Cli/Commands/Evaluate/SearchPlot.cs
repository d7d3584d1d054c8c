using System.Text;
using System.Xml;
using SynthFarm.Farm.Evaluation.Searches;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary>
/// Draws a comparison of searches as SVG: four panels over the mean tokens per problem (logarithmic), one line per search. Bars of shares are Wilson
/// intervals within a seed; tokens per accepted row have none.
/// </summary>
internal static class SearchPlot
{
    private const int Width = 900;
    private const int Height = 720;

    // Okabe and Ito's colours, which colour-blind readers can tell apart.
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000"];

    /// <summary>Writes the drawing; the stream stays open.</summary>
    public static void Write(SearchComparisonReport report, Stream stream)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        var svg = new SvgWriter(writer);
        svg.Begin(Width, Height);
        foreach (var (search, i) in report.Options.Searches.Select((search, i) => (search, i)))
        {
            svg.Line(70 + (150 * i), 24, 94 + (150 * i), 24, Colours[i], 2);
            svg.Text(100 + (150 * i), 28, search);
        }

        Panel(svg, report, 0, "solved, majority of answers (%)", result => Share(result.Majority));
        Panel(svg, report, 1, "solved, best answer by reward (%)", result => Share(result.Best));
        Panel(svg, report, 2, "any answer right, pass@k (%)", result => Share(result.Covered));
        Panel(svg, report, 3, "tokens per accepted row", result => (result.TokensPerAcceptedRow.Value, double.NaN, double.NaN));
        svg.End();
    }

    private static (double Value, double Low, double High) Share(SearchShare share) => (100 * share.Seeds.Value, 100 * share.WilsonLow, 100 * share.WilsonHigh);

    private static void Panel(SvgWriter svg, SearchComparisonReport report, int place, string title, Func<SearchResult, (double Value, double Low, double High)> read)
    {
        var points = report.Results.Select(result => (result.Search, X: result.Tokens.Value, Y: read(result))).Where(point => point.X > 0 && double.IsFinite(point.Y.Value)).ToList();
        var left = 70 + (430 * (place % 2));
        var top = 70 + (330 * (place / 2));
        svg.Text(left, top - 10, title);
        if (points.Count == 0)
        {
            return;
        }

        var x = PlotAxis.Logarithmic(points.Select(point => point.X), left, left + 360);
        var y = PlotAxis.Linear(points.SelectMany(point => new[] { point.Y.Value, point.Y.Low, point.Y.High }), top + 250, top);
        foreach (var tick in y.Ticks)
        {
            svg.Line(left, y.At(tick), left + 360, y.At(tick), "#dddddd", 1);
            svg.Text(left - 8, y.At(tick) + 4, PlotAxis.Label(tick), "end");
        }

        foreach (var budget in report.Options.Budgets.Where(budget => x.Holds(budget)))
        {
            svg.Line(x.At(budget), top + 250, x.At(budget), top + 256, "#000000", 1);
            svg.Text(x.At(budget), top + 272, PlotAxis.Label(budget), "middle");
        }

        svg.Text(left + 180, top + 292, "mean tokens per problem", "middle");
        foreach (var (search, i) in report.Options.Searches.Select((search, i) => (search, i)))
        {
            var line = points.Where(point => point.Search == search).OrderBy(point => point.X).ToList();
            svg.Polyline(line.Select(point => (x.At(point.X), y.At(point.Y.Value))), Colours[i]);
            foreach (var point in line)
            {
                svg.Circle(x.At(point.X), y.At(point.Y.Value), Colours[i]);
                if (double.IsFinite(point.Y.Low))
                {
                    svg.Line(x.At(point.X), y.At(point.Y.Low), x.At(point.X), y.At(point.Y.High), Colours[i], 1);
                }
            }
        }
    }
}
