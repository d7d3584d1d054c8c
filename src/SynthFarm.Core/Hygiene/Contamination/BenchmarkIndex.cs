using System.Runtime.InteropServices;
using SynthFarm.Core.Hygiene.Texts;

namespace SynthFarm.Core.Hygiene.Contamination;

/// <summary>
/// The word 8-grams of a benchmark, and its shorter items whole: what training problems must not contain. The rule is open-r1's (texts in
/// lower case, split at white space, any 8 words in common), which cannot see items of fewer than 8 words; those match as a whole.
/// </summary>
/// <remarks>
/// Exact: 128-bit hashes, no filter that may err. 52 to 106 bytes of memory for each different 8-gram, as the table is full or has just grown. Reading is thread-safe once all items
/// are added.
/// </remarks>
public sealed class BenchmarkIndex
{
    /// <summary>Words to a run.</summary>
    public const int WordsInRun = 8;

    private readonly List<string> _items = [];
    private readonly Dictionary<UInt128, int> _runs = [];
    private readonly Dictionary<UInt128, int> _whole = [];

    /// <param name="name">What reports call the benchmark.</param>
    public BenchmarkIndex(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    public string Name { get; }

    /// <summary>Items added.</summary>
    public int Items => _items.Count;

    /// <summary>Different 8-grams.</summary>
    public int Runs => _runs.Count;

    /// <summary>Different items of fewer than 8 words, matched as a whole.</summary>
    public int ShortItems => _whole.Count;

    /// <summary>Adds an item; a text without words is none. Of items that share a run the first is the one reported.</summary>
    /// <param name="id">The item's id.</param>
    /// <param name="text">The item's problem.</param>
    public void Add(string id, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(text);
        var item = _items.Count;
        _items.Add(id);
        var read = new List<Word>();
        Words.Read(text, read);
        var words = CollectionsMarshal.AsSpan(read);
        if (words.Length is > 0 and < WordsInRun)
        {
            _whole.TryAdd(Words.HashOf(words), item);
        }

        for (var i = 0; i + WordsInRun <= words.Length; i++)
        {
            _runs.TryAdd(Words.HashOf(words.Slice(i, WordsInRun)), item);
        }
    }

    /// <summary>The first run of a text that an item contains, or the item it equals; null when there is none.</summary>
    public ContaminationMatch? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = new List<Word>();
        Words.Read(text, read);
        var words = CollectionsMarshal.AsSpan(read);
        if (words.Length is > 0 and < WordsInRun)
        {
            return _whole.TryGetValue(Words.HashOf(words), out var whole) ? Match(whole, isWhole: true, text, words) : null;
        }

        for (var i = 0; i + WordsInRun <= words.Length; i++)
        {
            var run = words.Slice(i, WordsInRun);
            if (_runs.TryGetValue(Words.HashOf(run), out var item))
            {
                return Match(item, isWhole: false, text, run);
            }
        }

        return null;
    }

    private ContaminationMatch Match(int item, bool isWhole, string text, ReadOnlySpan<Word> words)
    {
        var parts = new List<string>(words.Length);
        foreach (var word in words)
        {
            parts.Add(text.Substring(word.Start, word.Length));
        }

        return new ContaminationMatch(Name, _items[item], isWhole, string.Join(' ', parts));
    }
}
