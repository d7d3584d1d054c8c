namespace SynthFarm.Formats.Sources;

/// <summary>What an input may take. The defaults suit files of one's own; for files from strangers set <see cref="MaxInflatedBytes"/> too.</summary>
public sealed record InputLimits
{
    /// <summary>A ratio is looked at only once this much came out: short files of repeated text are no bombs.</summary>
    public const long RatioFloorBytes = 16L << 20;

    /// <summary>Longest record, in bytes. Default 8 MiB. 1 KiB to 256 MiB.</summary>
    public int MaxRecordBytes { get; init; } = 8 << 20;

    /// <summary>Most bytes that a compressed file may become. Default 0: no limit. 0 or at least 1 MiB.</summary>
    public long MaxInflatedBytes { get; init; }

    /// <summary>How many times its size a compressed file may become, once more than 16 MiB came out. Default 100. 1 to 1,000,000.</summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate()
    {
        if (MaxRecordBytes is < 1024 or > 256 << 20)
        {
            yield return $"maxRecordBytes is {MaxRecordBytes}; allowed are 1024 to {256 << 20}.";
        }

        if (MaxInflatedBytes is < 0 or (> 0 and < 1 << 20))
        {
            yield return $"maxInflatedBytes is {MaxInflatedBytes}; allowed are 0 and at least {1 << 20}.";
        }

        if (MaxRatio is < 1 or > 1_000_000)
        {
            yield return $"maxRatio is {MaxRatio}; allowed are 1 to 1000000.";
        }
    }
}
