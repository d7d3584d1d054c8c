using System.Security.Cryptography;
using System.Text;

namespace SynthFarm.Core.Selection.Candidates;

/// <summary>Hashes of text that are the same on every machine.</summary>
internal static class TextHash
{
    /// <summary>What a word's hash starts from (FNV-1a, 64 bit).</summary>
    public const ulong Start = 0xCBF29CE484222325;

    private const ulong Prime = 0x100000001B3;

    /// <summary>Takes one more character into a word's hash.</summary>
    public static ulong Append(ulong hash, char c) => (hash ^ c) * Prime;

    /// <summary>The first 16 bytes of SHA-256 over the texts with case and white space levelled, each ended by a zero byte.</summary>
    public static UInt128 Levelled(params ReadOnlySpan<string> texts)
    {
        var level = new StringBuilder();
        foreach (var text in texts)
        {
            AppendLevelled(level, text);
            level.Append('\0');
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(level.ToString()));
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>Lower case, each run of white space one space, none at the ends.</summary>
    private static void AppendLevelled(StringBuilder level, string text)
    {
        var start = level.Length;
        var isPending = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isPending = level.Length > start;
                continue;
            }

            if (isPending)
            {
                level.Append(' ');
                isPending = false;
            }

            level.Append(char.ToLowerInvariant(c));
        }
    }
}
