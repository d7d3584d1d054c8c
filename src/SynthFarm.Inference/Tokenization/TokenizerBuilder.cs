using System.Globalization;
using System.Text;
using SynthFarm.Inference.Tokenization.PreTokenizers;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// Makes a small byte-level tokenizer from chosen tokens rather than from data: the special tokens first, then the 256 bytes,
/// the words, and the added tokens, with ids in that order. It spells every text. A word is one token wherever it stands as a pre-token
/// of its own (<c>ignore_merges</c>), so no merges are needed; digits are cut in groups of up to three from the left.
/// </summary>
public sealed class TokenizerBuilder
{
    private readonly List<string> _specialTokens = [];
    private readonly List<string> _words = [];
    private readonly List<string> _addedTokens = [];
    private string? _bosToken;
    private string? _eosToken;

    /// <summary>Adds a control token, which text never becomes.</summary>
    public TokenizerBuilder AddSpecialToken(string content)
    {
        _specialTokens.Add(content);
        return this;
    }

    /// <summary>Adds the control token that ends a document; it is also written as the one that begins it where none is set.</summary>
    public TokenizerBuilder AddEndOfText(string content)
    {
        _eosToken = content;
        return AddSpecialToken(content);
    }

    /// <summary>Adds the control token that begins a document.</summary>
    public TokenizerBuilder AddBeginOfText(string content)
    {
        _bosToken = content;
        return AddSpecialToken(content);
    }

    /// <summary>Adds a word: one token where pre-tokenization leaves it whole.</summary>
    public TokenizerBuilder AddWord(string word)
    {
        _words.Add(word);
        return this;
    }

    /// <summary>Adds the integers from <paramref name="first"/> to <paramref name="last"/> as words. At most 999, since digits are cut by threes.</summary>
    public TokenizerBuilder AddIntegers(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(last, 999);
        for (int i = first; i <= last; i++)
            AddWord(i.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Adds a phrase that is one token wherever it occurs in a text.</summary>
    public TokenizerBuilder AddPhrase(string phrase)
    {
        _addedTokens.Add(phrase);
        return this;
    }

    /// <summary>Makes the tokenizer.</summary>
    /// <exception cref="InvalidOperationException">
    /// A token is given twice, or a word is cut by pre-tokenization and so could never be used; the message names it.
    /// </exception>
    public Tokenizer Build()
    {
        // Control tokens stand in the vocabulary too and phrases behind it: Hugging Face's library numbers added tokens that way.
        List<string> texts = [.. _specialTokens];
        for (int b = 0; b < 256; b++)
            texts.Add(ByteLevelAlphabet.ToChar((byte)b).ToString());
        // A word of one byte has its token already.
        texts.AddRange(_words.Select(word => Encoding.UTF8.GetBytes(word)).Where(word => word.Length != 1).Select(word => ByteLevelAlphabet.ToText(word)));
        int size = texts.Count;
        texts.AddRange(_addedTokens);
        if (texts.GroupBy(text => text).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidOperationException($"The token \"{twice.Key}\" is given twice.");
        var tokenizer = new Tokenizer(new TokenizerDefinition
        {
            Vocabulary = [.. texts.Take(size).Select((text, id) => KeyValuePair.Create(text, id))],
            IgnoreMerges = true,
            AddedTokens =
            [
                .. _specialTokens.Select((text, id) => new AddedToken(id, text, Special: true)),
                .. _addedTokens.Select((text, index) => new AddedToken(size + index, text, Special: false)),
            ],
            PreTokenizers =
            [
                new SplitPreTokenizer(new CodePointRegex(SplitPreTokenizer.Llama3Pattern)),
                new ByteLevelPreTokenizer(addPrefixSpace: false, useRegex: false, trimOffsets: true),
            ],
            BosToken = _bosToken ?? _eosToken,
            EosToken = _eosToken,
        });
        if (_words.Find(word => tokenizer.Encode(word).Length != 1) is { } cut)
            throw new InvalidOperationException($"The word \"{cut}\" is cut by pre-tokenization; add it as a phrase instead.");
        return tokenizer;
    }
}
