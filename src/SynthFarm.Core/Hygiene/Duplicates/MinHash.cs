using System.Numerics;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>
/// MinHash signatures (Broder, 1997): for each of a number of permutations of the 32-bit hashes the smallest shingle. Two signatures agree
/// at a place with the probability of the texts' Jaccard similarity.
/// </summary>
/// <remarks>The permutations are affine maps modulo 2^32 followed by a fixed bijection, the same on every machine and vector width.</remarks>
internal sealed class MinHash
{
    private const ulong Seed = 0x4D696E48617368;
    private const uint Multiplier = 0x846CA68B;

    private readonly Vector<uint>[] _factors;
    private readonly Vector<uint>[] _offsets;

    public MinHash(int hashes)
    {
        var random = new StableRandom(Seed);
        var blocks = (hashes + Vector<uint>.Count - 1) / Vector<uint>.Count;
        var (factors, offsets) = (new uint[blocks * Vector<uint>.Count], new uint[blocks * Vector<uint>.Count]);
        for (var i = 0; i < hashes; i++)
        {
            factors[i] = (uint)random.NextUInt64() | 1;
            offsets[i] = (uint)random.NextUInt64();
        }

        Length = factors.Length;
        _factors = [.. Enumerable.Range(0, blocks).Select(block => new Vector<uint>(factors, block * Vector<uint>.Count))];
        _offsets = [.. Enumerable.Range(0, blocks).Select(block => new Vector<uint>(offsets, block * Vector<uint>.Count))];
    }

    /// <summary>Places of a signature: the hashes asked for, rounded up to whole vectors.</summary>
    public int Length { get; }

    /// <summary>Writes the signature of the shingles; of none, the largest number everywhere.</summary>
    public void Sign(ReadOnlySpan<uint> shingles, Span<uint> signature)
    {
        for (var block = 0; block < _factors.Length; block++)
        {
            var (factor, offset) = (_factors[block], _offsets[block]);
            var smallest = new Vector<uint>(uint.MaxValue);
            foreach (var shingle in shingles)
            {
                var value = (new Vector<uint>(shingle) + offset) * factor;
                value ^= value >>> 15;
                value *= Multiplier | 1;
                value ^= value >>> 16;
                smallest = Vector.Min(smallest, value);
            }

            smallest.CopyTo(signature[(block * Vector<uint>.Count)..]);
        }
    }
}
