using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SynthFarm.Corpus.Checking;

/// <summary>
/// Finds ids that occur more than once, in bounded memory: 64-bit hashes are collected, sorted and compared, a range of hashes at a time;
/// only ids whose hashes are equal are compared as text.
/// </summary>
internal static class DuplicateIds
{
    /// <param name="ids">Reads all ids with where they stand; called once per range, and once more when hashes are equal.</param>
    /// <param name="count">How many there are, about.</param>
    /// <param name="maxInMemory">Most hashes held at a time, about.</param>
    /// <returns>Each further occurrence of an id.</returns>
    public static IEnumerable<IdAt> Find(Func<IEnumerable<IdAt>> ids, long count, int maxInMemory)
    {
        var ranges = (int)Math.Min(1 << 20, (count / maxInMemory) + 1);
        var suspects = new HashSet<ulong>();
        for (var range = 0; range < ranges; range++)
        {
            var hashes = new List<ulong>();
            foreach (var at in ids())
            {
                if (Hash(at.Id) is var hash && hash % (ulong)ranges == (ulong)range)
                {
                    hashes.Add(hash);
                }
            }

            hashes.Sort();
            for (var i = 1; i < hashes.Count; i++)
            {
                if (hashes[i] == hashes[i - 1])
                {
                    suspects.Add(hashes[i]);
                }
            }
        }

        if (suspects.Count == 0)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var at in ids())
        {
            if (suspects.Contains(Hash(at.Id)) && !seen.Add(at.Id))
            {
                yield return at;
            }
        }
    }

    private static ulong Hash(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
