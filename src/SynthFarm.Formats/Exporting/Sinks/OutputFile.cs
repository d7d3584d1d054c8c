using System.IO.Compression;
using SynthFarm.Corpus.Durability;

namespace SynthFarm.Formats.Exporting.Sinks;

/// <summary>A file that is written under another name and moved to its place when it is whole; compressed when its name ends in <c>.gz</c>.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private readonly FileStream _file;

    public OutputFile(string path)
    {
        _path = path;
        _partial = path + DurableFiles.TemporarySuffix;
        _file = new FileStream(_partial, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        Stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(_file, CompressionLevel.Optimal, leaveOpen: true) : _file;
    }

    /// <summary>What is written to.</summary>
    public Stream Stream { get; }

    /// <summary>A name beside the file for what is needed while it is written.</summary>
    public string Beside(string ending) => _path + ending;

    /// <summary>Puts the file in its place.</summary>
    public void Complete()
    {
        if (Stream != _file)
        {
            Stream.Dispose();
        }

        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_partial, _path, overwrite: true);
    }

    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_partial);
    }
}
