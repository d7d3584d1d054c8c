using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Selection;

/// <summary>Merges streams of rows that are sorted by problem id.</summary>
internal static class MergedRows
{
    /// <param name="sources">Streams with their names; of equal problems the first stream's come first.</param>
    public static IEnumerable<(string Source, ParquetRow Row)> ByProblem(IEnumerable<(string Name, IEnumerable<ParquetRow> Rows)> sources)
    {
        var open = new List<(string Name, IEnumerator<ParquetRow> Rows)>();
        try
        {
            foreach (var (name, rows) in sources)
            {
                open.Add((name, rows.GetEnumerator()));
            }

            var heads = open.Where(s => s.Rows.MoveNext()).ToList();
            while (heads.Count > 0)
            {
                var first = heads.MinBy(s => s.Rows.Current.Get<string>("problem_id"), StringComparer.Ordinal);
                yield return (first.Name, first.Rows.Current);
                if (!first.Rows.MoveNext())
                {
                    heads.Remove(first);
                }
            }
        }
        finally
        {
            open.ForEach(s => s.Rows.Dispose());
        }
    }
}
