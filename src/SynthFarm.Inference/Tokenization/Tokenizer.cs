using System.Collections.Concurrent;
using System.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// A byte-level BPE tokenizer in the format of Hugging Face's tokenizer.json. Text becomes tokens in three stages: added tokens
/// are matched literally, the rest is cut into pre-tokens, and each pre-token is encoded by merges. Decoding what was encoded
/// gives the same text back, byte for byte, unless the file asks for a prefix space. Thread-safe.
/// </summary>
public sealed class Tokenizer
{
    private const int CachedPreTokens = 65_536;
    private const int CachedLength = 64;

    private readonly TokenizerDefinition _definition;
    private readonly TokenTable _table;
    private readonly BytePairModel _model;
    private readonly AddedTokenMatcher[] _plainMatchers;
    private readonly AddedTokenMatcher[] _allMatchers;
    private readonly ConcurrentDictionary<string, int[]> _cache = new();
    private readonly ConcurrentDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _cacheBySpan;
    private int _cached;

    internal Tokenizer(TokenizerDefinition definition)
    {
        _definition = definition;
        _table = new TokenTable(definition);
        MergeRule[] merges = [.. definition.Merges.Select(merge => new MergeRule(
            MergePart(merge.Left, merge), MergePart(merge.Right, merge), MergePart(merge.Left + merge.Right, merge)))];
        _model = new BytePairModel(_table.ByteIds, _table.Words, merges, definition.IgnoreMerges);
        _plainMatchers = Matchers(definition.AddedTokens.Where(token => !token.Special));
        _allMatchers = Matchers(definition.AddedTokens);
        _cacheBySpan = _cache.GetAlternateLookup<ReadOnlySpan<char>>();
        BosId = SpecialId(definition.BosToken, "bos_token");
        EosId = SpecialId(definition.EosToken, "eos_token");
    }

    /// <summary>The highest token id plus one. Ids below it may be unused.</summary>
    public int VocabularySize => _table.Size;

    /// <summary>The token that begins a document (<c>bos_token</c> of tokenizer_config.json), or null. Never added by itself.</summary>
    public int? BosId { get; }

    /// <summary>The token that ends a document (<c>eos_token</c> of tokenizer_config.json), or null. Never added by itself.</summary>
    public int? EosId { get; }

    /// <summary>The tokens that are matched literally.</summary>
    public IReadOnlyList<AddedToken> AddedTokens => _definition.AddedTokens;

    /// <summary>Reads a tokenizer.json, or the one in a folder, with the tokenizer_config.json beside it where there is one.</summary>
    /// <exception cref="TokenizerFormatException">A key is broken or not supported; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Tokenizer Load(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, "tokenizer.json") : path;
        TokenizerDefinition definition = TokenizerReader.Read(file);
        try
        {
            return new Tokenizer(definition);
        }
        catch (TokenizerFormatException error)
        {
            throw new TokenizerFormatException($"{file}: {error.Message}", error);
        }
    }

    /// <summary>Writes tokenizer.json and tokenizer_config.json into a folder, made where it is missing.</summary>
    public void Save(string folder) => TokenizerWriter.Write(_definition, folder);

    /// <summary>
    /// The tokens of a text. Control tokens are matched only where <paramref name="allowSpecial"/> says so; otherwise their text
    /// is text like any other, so that no problem and no model output can smuggle one in. No begin or end token is added.
    /// </summary>
    /// <exception cref="ArgumentException">The text holds a surrogate without its partner; the message says where.</exception>
    public int[] Encode(string text, bool allowSpecial = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckSurrogates(text);
        var ids = new List<int>(text.Length / 2 + 4);
        Encode(text.AsMemory(), allowSpecial ? _allMatchers : _plainMatchers, ids);
        return [.. ids];
    }

    /// <summary>
    /// The text of the tokens, control tokens included. Bytes that are not valid UTF-8 become U+FFFD; <see cref="DecodeBytes"/>
    /// keeps them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is not in the vocabulary.</exception>
    public string Decode(ReadOnlySpan<int> ids) => Encoding.UTF8.GetString(DecodeBytes(ids));

    /// <summary>The bytes of the tokens: those of a sequence are those of its parts, joined.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is not in the vocabulary.</exception>
    public byte[] DecodeBytes(ReadOnlySpan<int> ids)
    {
        int length = 0;
        foreach (int id in ids)
            length += _table.BytesOf(id).Length;
        var bytes = new byte[length];
        int at = 0;
        foreach (int id in ids)
        {
            ReadOnlySpan<byte> token = _table.BytesOf(id);
            token.CopyTo(bytes.AsSpan(at));
            at += token.Length;
        }

        return bytes;
    }

    /// <summary>The bytes of one token.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is not in the vocabulary.</exception>
    public ReadOnlySpan<byte> TokenBytes(int id) => _table.BytesOf(id);

    /// <summary>Whether there is a token with this id.</summary>
    public bool Contains(int id) => _table.Contains(id);

    /// <summary>True for a control token.</summary>
    public bool IsSpecial(int id) => _table.IsSpecial(id);

    /// <summary>The id of the token whose text is exactly this one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such token.</exception>
    public int TokenId(string text) => TryGetTokenId(text, out int id)
        ? id
        : throw new KeyNotFoundException($"The vocabulary has no token \"{text}\".");

    /// <summary>The id of the token whose text is exactly this one, or false.</summary>
    public bool TryGetTokenId(string text, out int id) => _table.TryFind(text, out id);

    private void Encode(ReadOnlyMemory<char> text, ReadOnlySpan<AddedTokenMatcher> matchers, List<int> ids)
    {
        if (matchers.Length == 0)
        {
            EncodePlain(text, ids);
            return;
        }

        int done = 0;
        while (matchers[0].TryFind(text.Span, done, out int id, out int start, out int length))
        {
            Encode(text[done..start], matchers[1..], ids);
            ids.Add(id);
            done = start + length;
        }

        Encode(text[done..], matchers[1..], ids);
    }

    private void EncodePlain(ReadOnlyMemory<char> text, List<int> ids)
    {
        if (text.IsEmpty)
            return;
        List<ReadOnlyMemory<char>> pieces = [text];
        foreach (IPreTokenizer step in _definition.PreTokenizers)
        {
            List<ReadOnlyMemory<char>> cut = [];
            foreach (ReadOnlyMemory<char> piece in pieces)
                step.Split(piece, cut);
            pieces = cut;
        }

        foreach (ReadOnlyMemory<char> piece in pieces)
            ids.AddRange(EncodePreToken(piece.Span));
    }

    private int[] EncodePreToken(ReadOnlySpan<char> preToken)
    {
        if (preToken.Length > CachedLength)
            return _model.Encode(preToken);
        if (_cacheBySpan.TryGetValue(preToken, out int[]? ids))
            return ids;
        ids = _model.Encode(preToken);
        if (Volatile.Read(ref _cached) < CachedPreTokens && _cacheBySpan.TryAdd(preToken, ids))
            Interlocked.Increment(ref _cached);
        return ids;
    }

    private static AddedTokenMatcher[] Matchers(IEnumerable<AddedToken> tokens)
    {
        AddedToken[] all = [.. tokens];
        AddedTokenMatcher[] passes = [new(all.Where(token => !token.Normalized)), new(all.Where(token => token.Normalized))];
        return [.. passes.Where(pass => !pass.IsEmpty)];
    }

    private int MergePart(string text, (string Left, string Right) merge) =>
        _table.IdOfVocabularyText.TryGetValue(text, out int id)
            ? id
            : throw new TokenizerFormatException($"model.merges has \"{merge.Left} {merge.Right}\", but model.vocab has no \"{text}\".");

    private int? SpecialId(string? text, string key) => text is null ? null : TryGetTokenId(text, out int id)
        ? id
        : throw new TokenizerFormatException($"{key} of tokenizer_config.json is \"{text}\", which is no token.");

    private static void CheckSurrogates(string text)
    {
        int at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; at >= 0 && at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                throw new ArgumentException($"The text is not valid Unicode: a lone surrogate U+{(int)text[at]:X4} at index {at}.", nameof(text));
            at++;
        }
    }
}
