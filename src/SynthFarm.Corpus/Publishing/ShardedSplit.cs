using System.Globalization;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Compression;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Corpus.Publishing;

/// <summary>
/// Writes one split of one config as shards. The number of shards is part of every shard's name and known only at the end, so shards get
/// their names then.
/// </summary>
internal sealed class ShardedSplit<T>(string snapshot, string config, string split, RowMap<T> map, Func<T, long> sizeOf, PublishOptions options) : IDisposable
{
    /// <summary>
    /// A page is held raw until it is full, one for each column of each config: small ones bound what publishing takes. This one and its last
    /// row fit a buffer of 128 KiB.
    /// </summary>
    private const int PageBytes = 96 << 10;

    /// <summary>For columns of few values. Texts of which some recur are no larger without, and their dictionaries would be held for each config.</summary>
    private const int DictionaryBytes = 16 << 10;

    private readonly List<FileEntry> _shards = [];
    private DurableParquet<T>? _open;
    private long _openBytes;

    public void Write(T row)
    {
        _open ??= Begin();
        _open.Write(row);
        _openBytes += sizeOf(row);
    }

    /// <summary>Ends the shard if it is long enough. Called between the problems, so that what belongs to one lies in one shard.</summary>
    public void EndProblem()
    {
        if (_openBytes >= options.ShardBytes)
        {
            EndShard();
        }
    }

    /// <summary>Ends the last shard, gives all their names, and lists them. A split without rows is one shard without rows.</summary>
    public IReadOnlyList<FileEntry> Complete()
    {
        if (_open is not null || _shards.Count == 0)
        {
            _open ??= Begin();
            EndShard();
        }

        return [.. _shards.Select(Rename)];
    }

    public void Dispose() => _open?.Dispose();

    private CompressionCodec Codec => options.Compression == ShardCompression.Zstd ? CompressionCodec.Zstd : CompressionCodec.Gzip;

    private DurableParquet<T> Begin()
        => new(Temporary(_shards.Count), map, new ParquetWriterOptions
        {
            Compression = Codec,
            RowGroupBytes = options.RowGroupBytes,
            PageBytes = PageBytes,
            DictionaryBytes = DictionaryBytes,
        });

    private void EndShard()
    {
        _shards.Add(_open!.Complete(_ => ""));
        _open.Dispose();
        _open = null;
        _openBytes = 0;
        options.CrashPoints.Reach(CrashPoint.ShardWritten);
    }

    private FileEntry Rename(FileEntry shard, int number)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{config}/{split}-{number:D5}-of-{_shards.Count:D5}.parquet");
        File.Move(Temporary(number), FilePaths.Resolve(snapshot, path));
        return shard with { Path = path };
    }

    private string Temporary(int number)
        => Path.Combine(snapshot, config, string.Create(CultureInfo.InvariantCulture, $"{split}-{number:D5}{DurableFiles.TemporarySuffix}"));
}
