using SynthFarm.Corpus.Statistics;
using SynthFarm.Corpus.Statistics.Pages;
using SynthFarm.TestKit;

namespace SynthFarm.Corpus.Tests.Statistics;

public class StatisticsPageTests
{
    private static readonly CorpusStatistics _statistics = new()
    {
        Configs = [new("sft", "train", 3, 1, 4096)],
        Funnel = [new("finished", 4), new("published", 3)],
        Rejections = [new("search/exhausted", 1)],
        Labels = [new("kto", "correct", 2)],
        Omissions = [new("dpo", "no-wrong-path", 1)],
        Yields = [new("topic", "<script>alert(1)</script>", 2, 1), new("topic", "", 2, 2)],
        Distributions = [new("sft: steps", new Distribution(3, 1, 3, 2, 2, 3, 3, [new(1, 1, 1), new(2, 3, 2)]))],
    };

    [Fact]
    public void The_page_is_as_agreed() => Golden.Verify(StatisticsPage.Render("a corpus", _statistics), "html");

    [Fact]
    public void Hostile_names_stay_text()
    {
        var page = StatisticsPage.Render("\u0007<img src=x onerror=alert(1)>", _statistics);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', page);
    }

    [Fact]
    public void A_corpus_without_rows_has_a_page_too()
        => Assert.Contains("</html>", StatisticsPage.Render("empty", new CorpusStatistics { Configs = [], Funnel = [], Rejections = [], Yields = [], Distributions = [] }), StringComparison.Ordinal);
}
