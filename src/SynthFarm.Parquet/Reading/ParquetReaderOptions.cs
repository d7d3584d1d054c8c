namespace SynthFarm.Parquet.Reading;

/// <summary>What a reader accepts. The limits keep a damaged or hostile file from taking all memory.</summary>
public sealed record ParquetReaderOptions
{
    /// <summary>Check the CRC-32 of pages that have one. Default true.</summary>
    public bool VerifyChecksums { get; init; } = true;

    /// <summary>Largest page after decompression and without prefix sharing. Default 256 MiB.</summary>
    public int MaxPageBytes { get; init; } = 256 << 20;

    /// <summary>Most bytes of pages that one column of one row may lie across. Default 1 GiB.</summary>
    public long MaxRowBytes { get; init; } = 1L << 30;

    /// <summary>Most entries of one column, list items and nulls, in one row. Default 4,194,304.</summary>
    public int MaxEntriesPerRow { get; init; } = 4 << 20;

    internal void Validate()
    {
        AtLeastOne(MaxPageBytes, nameof(MaxPageBytes));
        AtLeastOne(MaxRowBytes, nameof(MaxRowBytes));
        AtLeastOne(MaxEntriesPerRow, nameof(MaxEntriesPerRow));
    }

    private static void AtLeastOne(long value, string option)
    {
        if (value < 1) throw new ArgumentOutOfRangeException(option, value, $"{option} is {value}; it must be at least 1.");
    }
}
