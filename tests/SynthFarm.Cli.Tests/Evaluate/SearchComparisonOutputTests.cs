using System.Xml.Linq;
using SynthFarm.Cli.Commands.Evaluate;
using SynthFarm.Farm.Evaluation;
using SynthFarm.Farm.Evaluation.Searches;
using SynthFarm.TestKit;

namespace SynthFarm.Cli.Tests.Evaluate;

public class SearchComparisonOutputTests
{
    private static readonly SearchComparisonReport Report = new(
        "policy@1", "reward@2", 10, 5, new SearchComparisonOptions { Searches = ["best-of-n", "beam"], Budgets = [400, 800], Seeds = 2 },
        [Result("best-of-n", 400, 3, 5), Result("beam", 400, 5, 7), Result("best-of-n", 800, 0, 6), Result("beam", 800, 6, 0)]);

    [Fact]
    public void The_table_is_printed_as_agreed()
    {
        using var output = new StringWriter { NewLine = "\n" };
        SearchComparisonTable.Write(Report, output);

        Golden.Verify(output.ToString());
    }

    [Fact]
    public void The_plot_has_a_line_per_search_in_each_panel_and_stays_within_its_frame()
    {
        using var stream = new MemoryStream();
        SearchPlot.Write(Report, stream);
        Assert.Equal((byte)'<', stream.ToArray()[0]);
        stream.Position = 0;
        var svg = XDocument.Load(stream).Root!;

        // Beam with 800 tokens accepts nothing: it has no tokens per row, so that line is a single point.
        var lines = svg.Elements().Where(element => element.Name.LocalName == "polyline").Select(line => ((string)line.Attribute("points")!).Split(' ')).ToList();
        Assert.Equal([2, 2, 2, 2, 2, 2, 2, 1], lines.Select(line => line.Length));
        Assert.All(
            lines.SelectMany(line => line).Select(point => point.Split(',').Select(double.Parse).ToArray()),
            point => Assert.True(point[0] is > 0 and < 900 && point[1] is > 0 and < 720));
    }

    private static SearchResult Result(string search, int budget, int best, int covered) => new(
        search, SearchSizes.OptionOf(search), budget, new MatchedSize(4, 5, 0.25, budget),
        [
            new SearchSeedResult(5, budget + 10, 8.5, new Proportion(2, 10), new Proportion(best, 10), new Proportion(covered, 10)),
            new SearchSeedResult(6, budget - 20, 8, new Proportion(4, 10), new Proportion(best, 10), new Proportion(covered, 10)),
        ]);
}
