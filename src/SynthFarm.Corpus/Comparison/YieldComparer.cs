using SynthFarm.Corpus.Statistics;

namespace SynthFarm.Corpus.Comparison;

/// <summary>Counts the yields of the two sides.</summary>
internal sealed class YieldComparer
{
    private const string All = "";

    private readonly YieldCounter _a = new();
    private readonly YieldCounter _b = new();
    private (long Problems, long Accepted) _allA, _allB;

    public void Add(DiffProblem? a, DiffProblem? b)
    {
        Count(_a, ref _allA, a);
        Count(_b, ref _allB, b);
    }

    /// <summary>All problems first, then by field and value.</summary>
    public IReadOnlyList<YieldDiff> ToYields()
    {
        var (a, b) = (Rows(_a), Rows(_b));
        var keys = a.Keys.Union(b.Keys).OrderBy(k => YieldFields.Names.ToList().IndexOf(k.Field)).ThenBy(k => k.Value, StringComparer.Ordinal);
        return
        [
            new YieldDiff(All, "", _allA.Problems, _allA.Accepted, _allB.Problems, _allB.Accepted),
            .. keys.Select(k => (Key: k, A: a.GetValueOrDefault(k), B: b.GetValueOrDefault(k)))
                .Select(y => new YieldDiff(y.Key.Field, y.Key.Value, y.A.Problems, y.A.Accepted, y.B.Problems, y.B.Accepted)),
        ];
    }

    private static void Count(YieldCounter counter, ref (long Problems, long Accepted) all, DiffProblem? problem)
    {
        if (problem is null)
        {
            return;
        }

        all = (all.Problems + 1, all.Accepted + (problem.IsAccepted ? 1 : 0));
        foreach (var (name, value) in YieldFields.Names.Zip(problem.Fields))
        {
            counter.Add(name, value, problem.IsAccepted);
        }
    }

    private static Dictionary<(string Field, string Value), YieldRow> Rows(YieldCounter counter)
        => counter.ToRows().ToDictionary(row => (row.Field, row.Value));
}
