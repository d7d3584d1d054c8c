using SynthFarm.Core.Randomness;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Diversity;

namespace SynthFarm.Core.Tests.Selection;

public class DiversityTests
{
    // Best first; the second is like the first, the third is not. Relevances are 1, 1/2 and 0.
    private static readonly SelectionCandidate[] _three = [Row("a", 0), Row("b", 0), Row("c", 1)];

    [Theory]
    [InlineData(0.0, new[] { 0, 1, 2 })]
    [InlineData(0.3, new[] { 0, 1, 2 })] // b: 0.7 * 0.5 - 0.3 * 1 = 0.05, c: 0
    [InlineData(0.5, new[] { 0, 2, 1 })] // b: 0.5 * 0.5 - 0.5 * 1 = -0.25, c: 0
    [InlineData(1.0, new[] { 0, 2, 1 })]
    public void Rows_are_taken_in_the_order_computed_by_hand(double weight, int[] order)
        => Assert.Equal(order, Fill(_three, weight, 3));

    [Fact]
    public void A_row_that_does_not_fit_is_passed_over_and_a_smaller_one_taken()
    {
        SelectionCandidate[] rows = [Row("a", 0) with { TokenCount = 6 }, Row("b", 1) with { TokenCount = 5 }, Row("c", 2) with { TokenCount = 4 }];
        Assert.Equal([0, 2], new MarginalRelevance(rows, new DiversityOptions { Weight = 0.5 }).Fill(new Quota(10, c => c.TokenCount)));
    }

    [Fact]
    public void Accepted_rows_are_taken_first_whatever_they_are_like()
        => Assert.Equal([0, 1], Fill([_three[0] with { Mark = CurationDecision.Accept }, _three[1] with { Mark = CurationDecision.Accept }, _three[2]], 1, 2));

    [Fact]
    public void A_wide_pool_is_exact_and_a_narrow_one_takes_as_many()
    {
        var random = new Seed(5).CreateRandom();
        var rows = Enumerable.Range(0, 120).Select(i => Row($"{i:D3}", random.Next(HashedVector.Size))).ToList();
        var exact = Fill(rows, 0.7, 40);
        Assert.Equal(Naive(rows, 0.7, 40), exact);
        var narrow = Fill(rows, 0.7, 40, pool: 8);
        Assert.Equal(40, narrow.Distinct().Count());
        Assert.Equal(narrow, Fill(rows, 0.7, 40, pool: 8));
        Assert.True(Axes(exact) > Axes(Enumerable.Range(0, 40)));

        int Axes(IEnumerable<int> taken) => taken.Select(i => string.Join(",", rows[i].Text.Vector.Values)).Distinct().Count();
    }

    private static SelectionCandidate Row(string id, int axis) => SomeRow.With(id) with { Text = new TextFeatures { Vector = SomeRow.Axis(axis) } };

    private static IReadOnlyList<int> Fill(IReadOnlyList<SelectionCandidate> rows, double weight, int count, int pool = 512)
        => new MarginalRelevance(rows, new DiversityOptions { Weight = weight, Pool = pool }).Fill(new Quota(count, _ => 1));

    /// <summary>The definition, with every row compared with every row taken.</summary>
    private static List<int> Naive(IReadOnlyList<SelectionCandidate> rows, double weight, int count)
    {
        var taken = new List<int>();
        while (taken.Count < count)
        {
            taken.Add(Enumerable.Range(0, rows.Count).Except(taken).MaxBy(i =>
                ((1 - weight) * (1 - ((double)i / (rows.Count - 1)))) - (weight * taken.Select(t => rows[i].Text.Vector.Similarity(rows[t].Text.Vector)).DefaultIfEmpty(0).Max())));
        }

        return taken;
    }
}
