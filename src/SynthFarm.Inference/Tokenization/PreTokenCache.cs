using System.Collections.Concurrent;

namespace SynthFarm.Inference.Tokenization;

/// <summary>Encodes pre-tokens and remembers the first of the short ones. Thread-safe.</summary>
internal sealed class PreTokenCache
{
    private const int MostPreTokens = 65_536;
    private const int MostCharacters = 64;

    private readonly BytePairModel _model;
    private readonly ConcurrentDictionary<string, int[]> _known = new();
    private readonly ConcurrentDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private int _count;

    public PreTokenCache(BytePairModel model)
    {
        _model = model;
        _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int[] Encode(ReadOnlySpan<char> preToken)
    {
        if (preToken.Length > MostCharacters)
            return _model.Encode(preToken);
        if (_bySpan.TryGetValue(preToken, out int[]? ids))
            return ids;
        ids = _model.Encode(preToken);
        if (Volatile.Read(ref _count) < MostPreTokens && _bySpan.TryAdd(preToken, ids))
            Interlocked.Increment(ref _count);
        return ids;
    }
}
