using SynthFarm.Core.Hygiene.Duplicates;

namespace SynthFarm.Core.Tests.Hygiene;

public class ShinglesTests
{
    [Fact]
    public void Jaccard_is_common_over_all_shingles()
    {
        // abc bcd cde def against abc bcd cdx: 2 common of 5.
        Assert.Equal(0.4, Similarity("a b c d e f", "a b c d x"), 10);
        Assert.Equal(1, Similarity("Tom runs home.", "tom   RUNS home"), 10);
        Assert.Equal(0, Similarity("a b c", "d e f"), 10);
        Assert.Equal(1, Similarity("", ""), 10);
    }

    [Theory]
    [InlineData("Tom has 3 apples and 4 pears in his bag today", "Tom has 3 apples and 5 pears in his bag today", false)]
    [InlineData("Tom has 3 apples and 4 pears in his bag today", "Tom has 4 apples and 3 pears in his bag today", true)]
    [InlineData("It costs $1,200.50 at the shop in town", "It costs 1200.5 at the shop in town", true)]
    [InlineData("It costs 1.05 at the shop in town", "It costs 1.5 at the shop in town", false)]
    [InlineData("It costs 10 at the shop in town", "It costs 1 at the shop in town", false)]
    [InlineData("It costs 2.0 at the shop in town", "It costs 2 at the shop in town", true)]
    [InlineData("Solve x + 3 = 5 for x please", "Solve x - 3 = 5 for x please", false)]
    [InlineData("A well-known problem about sets of sets", "A well known problem about sets of sets", true)]
    public void Numbers_and_operators_distinguish(string x, string y, bool isAlike) => Assert.Equal(isAlike, Similarity(x, y) > 0);

    [Fact]
    public void Numbers_read_alike_where_they_are_ignored()
    {
        var options = new NearDuplicateOptions { Numbers = NumberTreatment.Ignore };

        Assert.Equal(1, Similarity("Tom has 3 apples and 4 pears", "Tom has 12 apples and 7.5 pears", options));
    }

    [Fact]
    public void Long_texts_are_compared_by_a_sketch_within_its_error()
    {
        var words = Enumerable.Range(0, 6000).Select(i => $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))}").ToArray();
        var copy = words.Select((word, i) => i % 40 == 0 ? "zzz" : word).ToArray();
        var (x, y) = (Read(string.Join(' ', words)), Read(string.Join(' ', copy)));

        Assert.True(x.IsCut && y.IsCut);
        Assert.Equal(Shingles.MaxKept, x.Hashes.Length);

        // 150 words replaced, three shingles each: 5548 common of 6448.
        Assert.InRange(Shingles.Jaccard(x, y), 0.80, 0.92);
    }

    private static double Similarity(string x, string y, NearDuplicateOptions? options = null) => Shingles.Jaccard(Read(x, options), Read(y, options));

    private static Shingles Read(string text, NearDuplicateOptions? options = null) => new ShingleReader(options ?? new NearDuplicateOptions()).Read(text);
}
