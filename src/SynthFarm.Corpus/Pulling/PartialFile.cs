using System.Security.Cryptography;
using System.Text;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Pulling;

/// <summary>A file that is being pulled: named by the checksum it is to have, so that bytes of another version are never gone on with, and hashed while it grows.</summary>
internal sealed class PartialFile : IDisposable
{
    private const int BlockBytes = 1 << 17;

    private readonly FileEntry _entry;
    private readonly string _path;
    private readonly FileStream _file;
    private IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private PartialFile(FileEntry entry, string path)
    {
        _entry = entry;
        _path = path;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
    }

    public long Length => _file.Length;

    /// <summary>The version its bytes are of, as the source named it; null when it is not known.</summary>
    public string? Tag => File.Exists(_path + ".tag") ? File.ReadAllText(_path + ".tag") : null;

    /// <summary>Opens what an earlier pull left, or begins.</summary>
    public static PartialFile Open(string folder, FileEntry entry)
    {
        var file = new PartialFile(entry, Path.Combine(folder, entry.Sha256));
        if (file.Length > entry.Bytes)
        {
            file.Restart(tag: null);
        }

        var block = new byte[BlockBytes];
        while (file._file.Read(block) is > 0 and var count)
        {
            file._hash.AppendData(block, 0, count);
        }

        return file;
    }

    /// <summary>Whether a file of this folder is a partial file of one of the entries.</summary>
    public static bool IsOf(string path, IReadOnlySet<string> hashes) => hashes.Contains(Path.GetFileName(path).Split('.')[0]);

    /// <summary>Throws away what is there.</summary>
    /// <param name="tag">The version of what is about to come.</param>
    public void Restart(string? tag)
    {
        _file.SetLength(0);
        _file.Position = 0;
        _hash.Dispose();
        _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        File.Delete(_path + ".tag");
        if (tag is not null)
        {
            DurableFiles.Write(_path + ".tag", Encoding.UTF8.GetBytes(tag));
        }
    }

    /// <exception cref="PullException">It would be longer than the manifest says.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _entry.Bytes)
        {
            Restart(tag: null);
            throw new PullException($"{_entry.Path}: the source sends more than the {_entry.Bytes} bytes that the manifest says.");
        }

        _file.Write(bytes);
        _hash.AppendData(bytes);
    }

    /// <summary>Flushes the whole file; whether it has the checksum that the manifest says.</summary>
    public bool Complete()
    {
        _file.Flush(flushToDisk: true);
        return Length == _entry.Bytes && Convert.ToHexStringLower(_hash.GetCurrentHash()) == _entry.Sha256;
    }

    /// <summary>Puts the closed file in its place.</summary>
    public void MoveTo(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        DurableFiles.Replace(_path, path);
        File.Delete(_path + ".tag");
    }

    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
    }
}
