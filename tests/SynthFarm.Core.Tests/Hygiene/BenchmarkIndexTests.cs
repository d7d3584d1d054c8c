using SynthFarm.Core.Hygiene.Contamination;

namespace SynthFarm.Core.Tests.Hygiene;

public class BenchmarkIndexTests
{
    private const string Item = "Let  $x$ be a real number. Find the largest value of $x^2$ for which it holds.";

    [Fact]
    public void Eight_words_in_a_row_match_whatever_the_case_and_the_white_space()
    {
        var index = Index();

        var match = index.Find("Some context. let $X$ BE a real\nnumber. Find all primes.");
        Assert.Null(match);

        match = index.Find("Some context. let $X$ BE a real\nnumber. find and more.");
        Assert.Null(match);

        match = index.Find("Some context. let $X$ BE a real\nnumber. find THE rest.");
        Assert.Equal(new ContaminationMatch("bench", "item-1", false, "let $X$ BE a real number. find THE"), match);
    }

    [Fact]
    public void Punctuation_is_part_of_a_word_as_in_the_published_rule() =>
        Assert.Null(Index().Find("Let $x$ be a real number Find the largest."));

    [Fact]
    public void Items_of_fewer_than_eight_words_match_as_a_whole_only()
    {
        var index = Index();

        Assert.Equal(new ContaminationMatch("bench", "item-2", true, "what IS 2 + 2?"), index.Find(" what IS 2 + 2?\n"));
        Assert.Null(index.Find("Tell me now: What is 2 + 2? Thank you."));
    }

    [Fact]
    public void First_run_of_the_text_and_first_item_are_reported()
    {
        var index = new BenchmarkIndex("b");
        index.Add("one", "a b c d e f g h i");
        index.Add("two", "a b c d e f g h");

        Assert.Equal("one", index.Find("a b c d e f g h")!.Item);
        Assert.Equal("b c d e f g h i", index.Find("x b c d e f g h i")!.Words);
        Assert.Equal((2, 2, 0), (index.Items, index.Runs, index.ShortItems));
    }

    [Fact]
    public void Empty_texts_match_nothing()
    {
        var index = new BenchmarkIndex("b");
        index.Add("blank", " \n");

        Assert.Null(index.Find(""));
        Assert.Null(index.Find("  "));
        Assert.Equal((1, 0, 0), (index.Items, index.Runs, index.ShortItems));
    }

    private static BenchmarkIndex Index()
    {
        var index = new BenchmarkIndex("bench");
        index.Add("item-1", Item);
        index.Add("item-2", "What is 2 + 2?");
        return index;
    }
}
