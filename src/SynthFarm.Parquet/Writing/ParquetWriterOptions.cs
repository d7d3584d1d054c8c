using SynthFarm.Parquet.Compression;

namespace SynthFarm.Parquet.Writing;

/// <summary>How a file is laid out. Equal options, schema and rows give equal bytes.</summary>
public sealed record ParquetWriterOptions
{
    /// <summary>Default gzip, which every reader has.</summary>
    public CompressionCodec Compression { get; init; } = CompressionCodec.Gzip;

    /// <summary>Gzip 0 to 9, zstd 1 to 22. Default: the codec's own (gzip 6, zstd 3).</summary>
    public int? CompressionLevel { get; init; }

    /// <summary>Most rows per row group. Default 100,000; at least 1.</summary>
    public int RowGroupRows { get; init; } = 100_000;

    /// <summary>A row group ends with the row that takes its raw size to this many bytes. Default 64 MiB, which bounds the writer's memory; at least 1.</summary>
    public long RowGroupBytes { get; init; } = 64L << 20;

    /// <summary>Most rows per data page. Default 20,000; at least 1.</summary>
    public int PageRows { get; init; } = 20_000;

    /// <summary>A page ends with the row that takes its raw values to this many bytes. Default 1 MiB; at least 1.</summary>
    public int PageBytes { get; init; } = 1 << 20;

    /// <summary>A column whose dictionary grows above this many bytes in a row group goes on without. Default 1 MiB; 0 writes no dictionaries.</summary>
    public int DictionaryBytes { get; init; } = 1 << 20;

    /// <summary>Bounds of strings and bytes are cut to this many bytes in statistics and page index. Default 64; at least 8.</summary>
    public int BoundBytes { get; init; } = 64;

    /// <summary>Key-value pairs of the footer, in this order. More can be added until the end with <see cref="ParquetWriter.AddKeyValue"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> KeyValues { get; init; } = [];

    /// <summary>The footer's created_by. Default "SynthFarm version " and the product's version.</summary>
    public string CreatedBy { get; init; } = DefaultCreatedBy;

    private static string DefaultCreatedBy { get; } = $"SynthFarm version {typeof(ParquetWriterOptions).Assembly.GetName().Version!.ToString(3)}";

    internal void Validate()
    {
        AtLeast(RowGroupRows, 1, nameof(RowGroupRows));
        AtLeast(RowGroupBytes, 1, nameof(RowGroupBytes));
        AtLeast(PageRows, 1, nameof(PageRows));
        AtLeast(PageBytes, 1, nameof(PageBytes));
        AtLeast(DictionaryBytes, 0, nameof(DictionaryBytes));
        AtLeast(BoundBytes, 8, nameof(BoundBytes));
    }

    private static void AtLeast(long value, long bound, string option)
    {
        if (value < bound) throw new ArgumentOutOfRangeException(option, value, $"{option} is {value}; it must be at least {bound}.");
    }
}
