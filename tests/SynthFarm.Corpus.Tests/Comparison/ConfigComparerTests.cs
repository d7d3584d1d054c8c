using SynthFarm.Corpus.Comparison;

namespace SynthFarm.Corpus.Tests.Comparison;

public sealed class ConfigComparerTests
{
    private static readonly string[] _columns = ["split", "verifier", "messages"];
    private static readonly DiffProblem _problem = new() { Id = "p", Fields = [null, null, null, null], IsAccepted = true, Trees = [Row("t", 0, 0, 0)], Origins = [null] };

    [Theory]
    [InlineData(1, 0, 0, "other split")]
    [InlineData(0, 1, 0, "same tree, other verifier:  -> ")]
    [InlineData(0, 0, 1, "same tree, no recorded difference")]
    [InlineData(1, 1, 1, "other split")]
    public void Rows_of_one_id_are_explained_by_the_columns_that_differ(ulong split, ulong verifier, ulong messages, string expected)
    {
        var diff = Compare([Row("a", 0, 0, 0)], [Row("a", split, verifier, messages)]);
        Assert.Equal((1, 0, 0, 0), (diff.Changed, diff.Same, diff.Added, diff.Removed));
        Assert.Equal(expected, Assert.Single(diff.Reasons).Why);
        Assert.Equal(_columns.Zip([split, verifier, messages]).Where(c => c.Second == 1).Select(c => c.First).Order(), diff.Columns.Select(c => c.Key));
    }

    [Fact]
    public void A_row_in_anothers_place_is_a_change_and_what_is_left_came_or_went()
    {
        var diff = Compare([Row("a", 0, 0, 0), Row("b", 0, 0, 0)], [Row("b", 0, 0, 0), Row("c", 0, 0, 0), Row("d", 0, 0, 0)]);
        Assert.Equal((1, 1, 1, 0), (diff.Same, diff.Changed, diff.Added, diff.Removed));
        Assert.Equal(new DiffExample("p", "a", "c"), diff.Reasons.Single(r => r.Change == "changed").Examples[0]);
        Assert.Equal(new DiffExample("p", null, "d"), diff.Reasons.Single(r => r.Change == "added").Examples[0]);
    }

    [Fact]
    public void Columns_of_one_side_are_told_and_not_compared()
    {
        var other = new DiffRow("a", "p", "t", ["messages", "extra", "split"], [0, 9, 0]);
        var diff = Compare([Row("a", 0, 7, 0)], [other]);
        Assert.Equal(1, diff.Same);
        Assert.Equal(["extra: only in B", "verifier: only in A"], diff.ColumnsNotCompared);
    }

    private static ConfigDiff Compare(IReadOnlyList<DiffRow> a, IReadOnlyList<DiffRow> b)
    {
        var comparer = new ConfigComparer("sft", new DiffCauses([]), limit: 3);
        comparer.Add(_problem, _problem, a, b);
        return comparer.ToDiff();
    }

    private static DiffRow Row(string id, ulong split, ulong verifier, ulong messages) => new(id, "p", "t", _columns, [split, verifier, messages]);
}
