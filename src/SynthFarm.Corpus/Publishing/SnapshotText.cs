using System.Security.Cryptography;
using System.Text;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Writes a text file of a snapshot.</summary>
internal static class SnapshotText
{
    public static FileEntry Write(string directory, string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        DurableFiles.Write(Path.Combine(directory, name), bytes);
        return new FileEntry(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
