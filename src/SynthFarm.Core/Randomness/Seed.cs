using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SynthFarm.Core.Randomness;

/// <summary>
/// A 64-bit seed. Every random choice of a run draws from a seed derived from (run, problem, purpose, index), never from the order in
/// which things happen to be done, so that concurrency, retries and kills cannot change a result.
/// </summary>
public readonly record struct Seed(ulong Value)
{
    /// <summary>
    /// Derives an independent seed: the first eight bytes (little endian) of SHA-256 over the run's seed, the problem's id, the purpose
    /// and the index, each length-prefixed.
    /// </summary>
    /// <param name="problemId">The problem's id, or an empty string for run-wide choices.</param>
    /// <param name="purpose">What the numbers are used for; see <see cref="SeedPurpose"/>.</param>
    /// <param name="index">Tells apart several draws for one purpose, e.g. a step id or a sample number.</param>
    public Seed Derive(string problemId, string purpose, long index = 0)
    {
        ArgumentNullException.ThrowIfNull(problemId);
        ArgumentNullException.ThrowIfNull(purpose);
        var idBytes = Encoding.UTF8.GetByteCount(problemId);
        var purposeBytes = Encoding.UTF8.GetByteCount(purpose);
        var length = 8 + 4 + idBytes + 4 + purposeBytes + 8;
        Span<byte> buffer = length <= 512 ? stackalloc byte[length] : new byte[length];
        var at = 0;
        BinaryPrimitives.WriteUInt64LittleEndian(buffer, Value);
        at += 8;
        at += WriteText(buffer[at..], problemId, idBytes);
        at += WriteText(buffer[at..], purpose, purposeBytes);
        BinaryPrimitives.WriteInt64LittleEndian(buffer[at..], index);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer, hash);
        return new Seed(BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    /// <summary>A generator that starts at this seed.</summary>
    public StableRandom CreateRandom() => new(Value);

    private static int WriteText(Span<byte> buffer, string text, int byteCount)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer, byteCount);
        Encoding.UTF8.GetBytes(text, buffer[4..]);
        return 4 + byteCount;
    }
}
