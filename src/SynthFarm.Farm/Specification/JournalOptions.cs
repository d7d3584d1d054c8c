namespace SynthFarm.Farm.Specification;

/// <summary>How the journal of unfinished trees is kept. Does not change the output.</summary>
public sealed record JournalOptions
{
    /// <summary>
    /// Size at which a segment is replaced by one that holds only the trees not yet committed, in bytes. Default 16,777,216. 4,096 to
    /// 1,073,741,824.
    /// </summary>
    public int SegmentBytes { get; init; } = 16 << 20;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (SegmentBytes is < 4096 or > 1 << 30)
        {
            yield return $"{path}.segmentBytes is {SegmentBytes}; allowed are 4096 to {1 << 30}.";
        }
    }
}
