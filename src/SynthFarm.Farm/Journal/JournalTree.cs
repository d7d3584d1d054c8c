namespace SynthFarm.Farm.Journal;

/// <summary>A tree the journal still holds: where its records lie and how many steps they have.</summary>
internal sealed class JournalTree(TreeStart start)
{
    public TreeStart Start { get; } = start;

    /// <summary>Durable records in order: the start, then one per expansion.</summary>
    public List<RecordPosition> Records { get; set; } = [];

    /// <summary>Steps handed over so far, the root not counted.</summary>
    public int Steps { get; set; }

    public long Bytes => Records.Sum(record => (long)record.Length);
}
