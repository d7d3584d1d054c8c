using System.Text;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// A BPE tokenizer in the format of Hugging Face's tokenizer.json, byte-level or of characters with bytes for the rest. Text becomes tokens in
/// stages: added tokens are matched literally, the rest is normalised and cut into pre-tokens, and each pre-token is encoded by merges.
/// Decoding what was encoded gives the same text back, byte for byte, unless the file asks for a normal form or another change of the text, for
/// added tokens that swallow white space, for a space before a text that decoding keeps, or for one only before a text that has none (Metaspace), of
/// which decoding then takes the first. Thread-safe.
/// </summary>
public sealed class Tokenizer
{
    private readonly TokenizerDefinition _definition;
    private readonly TokenTable _table;
    private readonly TextEncoder _encoder;

    internal Tokenizer(TokenizerDefinition definition)
    {
        _definition = definition;
        _table = new TokenTable(definition);
        _encoder = new TextEncoder(definition, _table);
        BosId = SpecialId(definition.BosToken, "bos_token");
        EosId = SpecialId(definition.EosToken, "eos_token");
        foreach (int id in definition.PrefixIds)
        {
            if (definition.AddedTokens.All(token => token.Id != id))
                throw new TokenizerFormatException($"post_processor puts the token {id} before a text, which is none of added_tokens.");
        }
    }

    /// <summary>The highest token id plus one. Ids below it may be unused.</summary>
    public int VocabularySize => _table.Size;

    /// <summary>The token that begins a document (<c>bos_token</c> of tokenizer_config.json), or null. Never added by itself.</summary>
    public int? BosId { get; }

    /// <summary>The token that ends a document (<c>eos_token</c> of tokenizer_config.json), or null. Never added by itself.</summary>
    public int? EosId { get; }

    /// <summary>
    /// The tokens that the model expects before a text that begins a document and has no template: those of <c>post_processor</c>, unless
    /// <c>add_bos_token</c> of tokenizer_config.json says otherwise. Never added by itself.
    /// </summary>
    public IReadOnlyList<int> PrefixIds => _definition.PrefixIds;

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

    /// <summary>
    /// Writes tokenizer.json and tokenizer_config.json into a folder, made where it is missing. What changes neither ids nor texts is left out
    /// or written in one way: a <c>post_processor</c> of offsets, keys of tokenizer_config.json other than the begin and end tokens.
    /// </summary>
    public void Save(string folder) => TokenizerWriter.Write(_definition, folder);

    /// <summary>
    /// The tokens of a text that begins a sequence; where the file asks for a space before a text, it gets one. Control tokens are matched only
    /// where <paramref name="allowSpecial"/> says so; otherwise their text is text like any other, so that no problem and no model output can
    /// smuggle one in. No begin or end token is added.
    /// </summary>
    /// <exception cref="ArgumentException">The text holds a surrogate without its partner; the message says where.</exception>
    public int[] Encode(string text, bool allowSpecial = false) => Encode(text, allowSpecial, SectionPlace.First);

    /// <summary>
    /// The tokens of a text that goes on with a sequence: no space is put before it, so that <see cref="DecodeContinuation"/> gives it back. Else
    /// as <see cref="Encode(string, bool)"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The text holds a surrogate without its partner; the message says where.</exception>
    public int[] EncodeContinuation(string text, bool allowSpecial = false) => Encode(text, allowSpecial, SectionPlace.Continued);

    /// <summary>
    /// The text of the tokens of a whole sequence, control tokens included; of a space that the file asks for before a text, nothing is left.
    /// Bytes that are not valid UTF-8 become U+FFFD; <see cref="DecodeBytes"/> keeps them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is not in the vocabulary.</exception>
    public string Decode(ReadOnlySpan<int> ids)
    {
        ReadOnlySpan<byte> bytes = DecodeBytes(ids);
        return Encoding.UTF8.GetString(_definition.StripsFirstSpace && bytes.StartsWith(" "u8) ? bytes[1..] : bytes);
    }

    /// <summary>The text of tokens that go on with a sequence: a space at its beginning stays. Else as <see cref="Decode"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is not in the vocabulary.</exception>
    public string DecodeContinuation(ReadOnlySpan<int> ids) => Encoding.UTF8.GetString(DecodeBytes(ids));

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

    private int[] Encode(string text, bool allowSpecial, SectionPlace place)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckSurrogates(text);
        return _encoder.Encode(text, allowSpecial, place);
    }

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
