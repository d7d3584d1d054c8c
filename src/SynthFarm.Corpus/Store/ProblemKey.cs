using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SynthFarm.Corpus.Store;

/// <summary>The first 16 bytes of the SHA-256 of a text: stands for ids of any length in the index.</summary>
internal readonly record struct ProblemKey(ulong High, ulong Low)
{
    public static ProblemKey Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return new ProblemKey(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]));
    }
}
