using System.Runtime.InteropServices;
using SynthFarm.Core.Configuration;
using SynthFarm.Core.Hygiene.Texts;

namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>
/// Finds statements that repeat others: exactly, and nearly where asked for. Of each cluster the first in order of adding is kept.
/// </summary>
/// <remarks>
/// Keeps a sketch of each statement and not its text: about 50 bytes for exact duplicates, about 1 kB for near ones of 50 words. Batches
/// are worked on by several threads; the result does not depend on how many. Not thread-safe itself.
/// </remarks>
public sealed class DuplicateFinder
{
    private readonly int _workers;
    private readonly NearDuplicates? _near;
    private readonly Dictionary<UInt128, int> _firstByWords = [];
    private readonly List<Word> _words = [];
    private readonly Clusters _clusters = new();
    private readonly Dictionary<int, (int Via, DuplicateKind Kind, float Similarity)> _links = [];

    /// <param name="near">What counts as a near duplicate; null for exact ones only.</param>
    /// <param name="workers">Threads. 1 to 256.</param>
    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public DuplicateFinder(NearDuplicateOptions? near = null, int workers = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workers, 256);
        _workers = workers;
        _near = near is null ? null : new NearDuplicates(OptionBounds.Checked(near, o => o.Validate("near")), _workers);
    }

    /// <summary>Statements added.</summary>
    public int Count => _clusters.Count;

    /// <summary>How often a statement had more look-alikes in a bucket than were compared with; 0 says that nothing was passed over.</summary>
    public long PassedOver => _near?.PassedOver ?? 0;

    /// <summary>Pairs whose similarity was computed.</summary>
    public long Compared { get; private set; }

    /// <summary>Adds statements; a batch of some thousands keeps all workers busy.</summary>
    public void Add(IReadOnlyList<string> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var first = Count;
        var fresh = new List<int>(statements.Count);
        for (var i = 0; i < statements.Count; i++)
        {
            _clusters.Add();
            Words.Read(statements[i], _words);
            var key = Words.HashOf(CollectionsMarshal.AsSpan(_words));
            if (_firstByWords.TryGetValue(key, out var earlier))
            {
                Link(first + i, earlier, DuplicateKind.Exact, 1);
            }
            else
            {
                _firstByWords.Add(key, first + i);
                fresh.Add(i);
            }
        }

        if (_near is null)
        {
            return;
        }

        foreach (var (text, earlier) in _near.Add(statements, first, fresh))
        {
            if (_clusters.First(text) != _clusters.First(earlier))
            {
                Compared++;
                if (_near.Similarity(text, earlier) is { } similarity)
                {
                    Link(text, earlier, DuplicateKind.Near, similarity);
                }
            }
        }
    }

    /// <summary>What a statement repeats; null when it is kept. Adding more statements can join clusters, so ask at the end.</summary>
    public Duplicate? Find(int statement)
    {
        if (!_links.TryGetValue(statement, out var link))
        {
            return null;
        }

        return new Duplicate(_clusters.First(statement), link.Via, link.Kind, link.Similarity);
    }

    private void Link(int text, int other, DuplicateKind kind, double similarity)
    {
        var repeated = _clusters.Join(text, other);
        if (repeated >= 0)
        {
            // Where a later text joins two clusters, the second's first text is the one that falls.
            _links[repeated] = (repeated == text ? other : text, kind, (float)similarity);
        }
    }
}
