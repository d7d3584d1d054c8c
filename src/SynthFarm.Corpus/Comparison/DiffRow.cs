namespace SynthFarm.Corpus.Comparison;

/// <summary>What is kept of a row while its problem is compared: where it belongs, and eight bytes for each column.</summary>
/// <param name="Id">The row's id; a tree's for the trees.</param>
/// <param name="ProblemId">The problem, by which rows are sorted.</param>
/// <param name="TreeId">The tree; null for rows without one.</param>
/// <param name="Columns">Names of the columns compared; shared among the rows of a config.</param>
/// <param name="Digests">For each column a hash of its value.</param>
internal sealed record DiffRow(string Id, string ProblemId, string? TreeId, IReadOnlyList<string> Columns, ulong[] Digests)
{
    /// <summary>The columns of both rows that hold other values.</summary>
    public IEnumerable<string> Differences(DiffRow other)
    {
        if (ReferenceEquals(Columns, other.Columns) || Columns.SequenceEqual(other.Columns))
        {
            return Columns.Where((_, i) => Digests[i] != other.Digests[i]);
        }

        var there = other.Columns.Zip(other.Digests).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
        return Columns.Where((name, i) => there.TryGetValue(name, out var digest) && digest != Digests[i]);
    }
}
