using System.Buffers;
using System.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>The vocabulary and the added tokens laid out by id, checked against each other. Immutable.</summary>
internal sealed class TokenTable
{
    private readonly byte[]?[] _bytes;
    private readonly bool[] _special;
    private readonly Dictionary<string, int> _addedIds = [];
    private readonly VocabularyForm _form;

    public TokenTable(TokenizerDefinition definition)
    {
        int size = 1 + definition.Vocabulary.Select(entry => entry.Value)
            .Concat(definition.AddedTokens.Select(token => token.Id)).DefaultIfEmpty(-1).Max();
        _bytes = new byte[size][];
        _special = new bool[size];
        _form = definition.Form;
        ByteIds = new int[256];
        Array.Fill(ByteIds, -1);
        foreach (AddedToken token in definition.AddedTokens)
            Add(token);
        var idOfText = new Dictionary<string, int>();
        foreach ((string text, int id) in definition.Vocabulary)
            AddEntry(text, id, idOfText);
        IdOfVocabularyText = idOfText;
        int missing = Array.IndexOf(ByteIds, -1);
        if (missing >= 0)
            throw new TokenizerFormatException($"model.vocab has no token for the byte 0x{missing:X2} (\"{ByteText(missing)}\"); all 256 are needed.");
    }

    public int Size => _bytes.Length;

    /// <summary>Byte strings of the vocabulary, one character per byte, without the added tokens and those that stand for a byte beside characters.</summary>
    public Dictionary<string, int> Words { get; } = [];

    /// <summary>Code points that are tokens, where the vocabulary is one of characters.</summary>
    public Dictionary<int, int> Characters { get; } = [];

    public IReadOnlyDictionary<string, int> IdOfVocabularyText { get; }

    /// <summary>The token of each byte.</summary>
    public int[] ByteIds { get; }

    public bool Contains(int id) => (uint)id < (uint)Size && _bytes[id] is not null;

    public bool IsSpecial(int id) => (uint)id < (uint)Size && _special[id];

    public ReadOnlySpan<byte> BytesOf(int id) => (uint)id < (uint)Size && _bytes[id] is { } bytes
        ? bytes
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"No token has this id; the vocabulary has {Size}.");

    /// <summary>The token that stands for exactly this text: an added token, else an entry of the vocabulary.</summary>
    public bool TryFind(string text, out int id) =>
        _addedIds.TryGetValue(text, out id) || Words.TryGetValue(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)), out id);

    private void Add(AddedToken token)
    {
        if (token.Content.Length == 0)
            throw new TokenizerFormatException($"The added token {token.Id} has no content.");
        if (!_addedIds.TryAdd(token.Content, token.Id))
            throw new TokenizerFormatException($"Two added tokens have the content \"{token.Content}\".");
        if (_bytes[token.Id] is not null)
            throw new TokenizerFormatException($"Two added tokens have the id {token.Id}.");
        _bytes[token.Id] = Encoding.UTF8.GetBytes(token.Content);
        _special[token.Id] = token.Special;
    }

    private void AddEntry(string text, int id, Dictionary<string, int> idOfText)
    {
        idOfText.Add(text, id);
        // Files list added tokens in the vocabulary too. They are matched literally, never made by merging bytes, so that
        // no text can become a control token by that way.
        if (_addedIds.TryGetValue(text, out int added))
        {
            if (added != id)
                throw new TokenizerFormatException($"The token \"{text}\" has the id {added} in added_tokens and {id} in model.vocab.");
            return;
        }

        if (_bytes[id] is not null)
            throw new TokenizerFormatException($"model.vocab has a second token with the id {id}: \"{text}\".");
        if (text.Length == 0)
            throw new TokenizerFormatException($"model.vocab has a token without text: {id}.");
        if (_form == VocabularyForm.ByteLevel)
            AddByteLevel(text, id);
        else
            AddCharacters(text, id);
    }

    private void AddByteLevel(string text, int id)
    {
        if (!ByteLevelAlphabet.TryToBytes(text, out byte[] bytes))
            throw new TokenizerFormatException($"model.vocab.\"{text}\" is not written in the byte-level alphabet.");
        _bytes[id] = bytes;
        Words.Add(Encoding.Latin1.GetString(bytes), id);
        if (bytes.Length == 1)
            ByteIds[bytes[0]] = id;
    }

    private void AddCharacters(string text, int id)
    {
        if (ByteTokens.TryGetValue(text, out byte value))
        {
            _bytes[id] = [value];
            ByteIds[value] = id;
            return;
        }

        bool metaspace = _form == VocabularyForm.CharactersAndMetaspace;
        byte[] bytes = Encoding.UTF8.GetBytes(metaspace ? text.Replace(TokenizerDefinition.Metaspace, " ", StringComparison.Ordinal) : text);
        _bytes[id] = bytes;
        // A text's spaces are written as U+2581 before they are looked up, so an entry with a space is never found.
        if (metaspace && text.Contains(' ', StringComparison.Ordinal))
            return;
        Words.Add(Encoding.Latin1.GetString(bytes), id);
        if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == OperationStatus.Done && length == bytes.Length)
            Characters.Add(rune.Value, id);
    }

    private string ByteText(int value) => _form == VocabularyForm.ByteLevel ? ByteLevelAlphabet.ToChar((byte)value).ToString() : ByteTokens.TextOf((byte)value);
}
