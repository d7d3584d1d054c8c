using System.Runtime.InteropServices;
using SynthFarm.Core.Hygiene.Texts;

namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>MinHash-LSH: finds the earlier statements that a statement may resemble, and compares shingles.</summary>
internal sealed class NearDuplicates
{
    private const int WorkerShare = 256;

    private readonly NearDuplicateOptions _options;
    private readonly BandPlan _plan;
    private readonly MinHash _hashing;
    private readonly BandTable[] _bands;
    private readonly List<ulong>[] _candidates;
    private readonly ParallelOptions _parallel;
    private readonly List<Shingles> _shingles = [];
    private readonly Dictionary<ulong, int> _firstByShingles = [];

    public NearDuplicates(NearDuplicateOptions options, int workers)
    {
        _options = options;
        _plan = BandPlan.For(options.Threshold);
        _hashing = new MinHash(_plan.Hashes);
        _bands = [.. Enumerable.Range(0, _plan.Bands).Select(_ => new BandTable())];
        _candidates = [.. Enumerable.Range(0, _plan.Bands).Select(_ => new List<ulong>())];
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = workers };
    }

    public long PassedOver => _bands.Sum(band => band.PassedOver);

    /// <summary>Enters statements.</summary>
    /// <param name="statements">A batch.</param>
    /// <param name="offset">The number of its first statement.</param>
    /// <param name="fresh">Which of the batch are no exact duplicates.</param>
    /// <returns>Pairs to be compared, the later statement first, in ascending order.</returns>
    public IReadOnlyList<(int Text, int Earlier)> Add(IReadOnlyList<string> statements, int offset, IReadOnlyList<int> fresh)
    {
        CollectionsMarshal.SetCount(_shingles, offset + statements.Count);
        var signatures = new uint[fresh.Count * _hashing.Length];
        Sketch(statements, offset, fresh, signatures);
        var pairs = new List<ulong>();
        var entered = new List<(int Text, int Row)>(fresh.Count);
        for (var row = 0; row < fresh.Count; row++)
        {
            // Equal shingles share every bucket; one of them is enough there.
            var text = offset + fresh[row];
            var key = KeyOf(_shingles[text].Hashes);
            if (_firstByShingles.TryGetValue(key, out var equal))
            {
                pairs.Add(((ulong)text << 32) | (uint)equal);
            }
            else
            {
                _firstByShingles.Add(key, text);
                entered.Add((text, row));
            }
        }

        Parallel.For(0, _plan.Bands, _parallel, band => Enter(band, entered, signatures));
        foreach (var candidates in _candidates)
        {
            pairs.AddRange(candidates);
        }

        pairs.Sort();
        return [.. Distinct(pairs)];
    }

    /// <summary>The similarity of two statements; null below the threshold.</summary>
    public double? Similarity(int x, int y)
    {
        if (Shingles.Bound(_shingles[x], _shingles[y]) < _options.Threshold)
        {
            return null;
        }

        var jaccard = Shingles.Jaccard(_shingles[x], _shingles[y]);
        return jaccard >= _options.Threshold ? jaccard : null;
    }

    private void Sketch(IReadOnlyList<string> statements, int offset, IReadOnlyList<int> fresh, uint[] signatures)
    {
        var shares = (fresh.Count + WorkerShare - 1) / WorkerShare;
        Parallel.For(0, shares, _parallel, () => new ShingleReader(_options), (share, _, reader) =>
        {
            var shingles = CollectionsMarshal.AsSpan(_shingles);
            for (var row = share * WorkerShare; row < Math.Min(fresh.Count, (share + 1) * WorkerShare); row++)
            {
                var read = reader.Read(statements[fresh[row]]);
                shingles[offset + fresh[row]] = read;
                _hashing.Sign(read.Hashes, signatures.AsSpan(row * _hashing.Length, _hashing.Length));
            }

            return reader;
        }, _ => { });
    }

    private void Enter(int band, List<(int Text, int Row)> entered, uint[] signatures)
    {
        _candidates[band].Clear();
        foreach (var (text, row) in entered)
        {
            var rows = signatures.AsSpan((row * _hashing.Length) + (band * _plan.Rows), _plan.Rows);
            _bands[band].Enter(text, rows, _candidates[band]);
        }
    }

    private static ulong KeyOf(ReadOnlySpan<uint> hashes)
    {
        var key = (ulong)hashes.Length;
        foreach (var hash in hashes)
        {
            key = Mixing.Finish((key << 1) ^ hash);
        }

        return key;
    }

    private static IEnumerable<(int Text, int Earlier)> Distinct(List<ulong> sorted)
    {
        for (var i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                yield return ((int)(sorted[i] >> 32), (int)(uint)sorted[i]);
            }
        }
    }
}
