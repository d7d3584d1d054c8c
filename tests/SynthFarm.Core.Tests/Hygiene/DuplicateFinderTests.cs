using SynthFarm.Core.Hygiene.Duplicates;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Tests.Hygiene;

public class DuplicateFinderTests
{
    private const string Base = "Tom has 3 apples and buys 5 more at the market on Sunday, so how many apples does Tom have in the end?";

    [Fact]
    public void First_of_equal_words_is_kept_whatever_the_case_and_the_white_space()
    {
        var finder = new DuplicateFinder();
        finder.Add(["What is  2 + 2?", "Something else.", "what is\n2 + 2?", "What is 2 + 3?"]);

        Assert.Null(finder.Find(0));
        Assert.Equal(new Duplicate(0, 0, DuplicateKind.Exact, 1), finder.Find(2));
        Assert.Null(finder.Find(3));
    }

    [Fact]
    public void Near_duplicates_join_the_first_with_their_similarity()
    {
        var finder = new DuplicateFinder(new NearDuplicateOptions { Threshold = 0.75 });
        finder.Add([Base, "Another question about nothing at all.", Base.Replace("market", "shop", StringComparison.Ordinal)]);

        var found = finder.Find(2)!.Value;
        // 23 words make 21 shingles, and the replaced word stands in 3 of them: 18 common of 24.
        Assert.Equal((0, 0, DuplicateKind.Near, 0.75), (found.First, found.Via, found.Kind, found.Similarity));
        Assert.Null(finder.Find(1));
    }

    [Fact]
    public void Other_numbers_are_another_problem_unless_numbers_are_ignored()
    {
        string[] texts = [Base, Base.Replace("3 apples", "4 apples", StringComparison.Ordinal)];
        var strict = new DuplicateFinder(new NearDuplicateOptions());
        var lenient = new DuplicateFinder(new NearDuplicateOptions { Numbers = NumberTreatment.Ignore });
        strict.Add(texts);
        lenient.Add(texts);

        Assert.Null(strict.Find(1));
        Assert.Equal(0, lenient.Find(1)!.Value.First);
    }

    [Fact]
    public void A_text_between_two_kept_ones_joins_their_clusters_and_the_earlier_is_kept()
    {
        var words = Enumerable.Range(0, 40).Select(i => $"word{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}").ToArray();
        var (left, middle, right) = (With(2), With(), With(38));
        var finder = new DuplicateFinder(new NearDuplicateOptions { Threshold = 0.85 });
        finder.Add([left, right, middle]);

        Assert.Null(finder.Find(0));
        Assert.Equal((0, 2, DuplicateKind.Near), (finder.Find(1)!.Value.First, finder.Find(1)!.Value.Via, finder.Find(1)!.Value.Kind));
        Assert.Equal((0, 0), (finder.Find(2)!.Value.First, finder.Find(2)!.Value.Via));

        string With(params int[] changed) => string.Join(' ', words.Select((word, i) => changed.Contains(i) ? $"other{(char)('a' + (i % 26))}" : word));
    }

    [Fact]
    public void Batches_and_workers_do_not_change_what_is_found()
    {
        var random = new StableRandom(9);
        var texts = Enumerable.Range(0, 600).Select(_ => Text(random)).ToList();
        var expected = All(1, 600, texts);

        Assert.Equal(expected, All(4, 600, texts));
        Assert.Equal(expected, All(3, 7, texts));
        Assert.Contains(expected, entry => entry is { Kind: DuplicateKind.Near });
        Assert.Contains(expected, entry => entry is { Kind: DuplicateKind.Exact });
    }

    [Fact]
    public void Found_pairs_are_those_of_a_comparison_of_all_with_all()
    {
        var random = new StableRandom(11);
        var texts = Enumerable.Range(0, 400).Select(_ => Text(random)).ToList();
        var reader = new ShingleReader(new NearDuplicateOptions());
        var shingles = texts.Select(text => reader.Read(text)).ToList();
        var clusters = new Clusters();
        for (var i = 0; i < texts.Count; i++)
        {
            clusters.Add();
            for (var k = 0; k < i; k++)
            {
                if (Shingles.Jaccard(shingles[i], shingles[k]) >= 0.8)
                {
                    clusters.Join(i, k);
                }
            }
        }

        var found = All(2, 64, texts);
        var missed = Enumerable.Range(0, texts.Count).Count(i => (found[i]?.First ?? i) != clusters.First(i));
        Assert.InRange(missed, 0, 3);
        Assert.True(found.Count(entry => entry is not null) > 50);
    }

    [Fact]
    public void Options_out_of_bounds_are_refused() =>
        Assert.Contains("near.threshold is 0.1; allowed are 0.3 to 1.", Assert.Throws<ArgumentException>(() => new DuplicateFinder(new NearDuplicateOptions { Threshold = 0.1 })).Message);

    private static List<Duplicate?> All(int workers, int batch, List<string> texts)
    {
        var finder = new DuplicateFinder(new NearDuplicateOptions(), workers);
        foreach (var part in texts.Chunk(batch))
        {
            finder.Add(part);
        }

        return [.. Enumerable.Range(0, texts.Count).Select(finder.Find)];
    }

    /// <summary>One of twenty texts of thirty words, with up to two of them replaced.</summary>
    private static string Text(StableRandom random)
    {
        var template = random.Next(20);
        var words = Enumerable.Range(0, 30).Select(i => $"w{(char)('a' + template)}{(char)('a' + i % 26)}{(char)('a' + i / 26)}").ToArray();
        for (var edits = random.Next(3); edits > 0; edits--)
        {
            words[random.Next(30)] = $"e{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}";
        }

        return string.Join(' ', words);
    }
}
