using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SynthFarm.Corpus.Rows;

/// <summary>Names a row by where it comes from, so that no retry, resubmission or second publication can make two of it.</summary>
internal static class RowId
{
    /// <summary>32 hex digits of SHA-256 over the parts, each preceded by its length in bytes.</summary>
    public static string Create(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash())[..32];
    }
}
