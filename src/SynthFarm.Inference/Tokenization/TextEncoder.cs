using System.Runtime.InteropServices;
using SynthFarm.Inference.Tokenization.Normalizers;
using SynthFarm.Inference.Tokenization.PreTokenizers;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization;

/// <summary>Turns valid Unicode into tokens, stage by stage. Thread-safe.</summary>
internal sealed class TextEncoder
{
    private readonly IReadOnlyList<INormalizer> _normalizers;
    private readonly IReadOnlyList<IPreTokenizer> _preTokenizers;
    private readonly AddedTokenMatcher _plain;
    private readonly AddedTokenMatcher _plainNormalized;
    private readonly AddedTokenMatcher _all;
    private readonly AddedTokenMatcher _allNormalized;
    private readonly PreTokenCache _cache;

    public TextEncoder(TokenizerDefinition definition, TokenTable table)
    {
        MergeRule[] merges = [.. MergeRules.Of(definition, table)];
        ISpelling spelling = definition.Form == VocabularyForm.ByteLevel ? new ByteSpelling(table.ByteIds) : new CharacterSpelling(table.Characters, table.ByteIds);
        _cache = new PreTokenCache(new BytePairModel(spelling, table.Words, merges, definition.IgnoreMerges));
        _normalizers = definition.Normalizers;
        bool words = definition.Form == VocabularyForm.CharactersAndMetaspace && !definition.IgnoreMerges && MergeRules.StayWithinWords(merges, table);
        _preTokenizers = words ? [.. definition.PreTokenizers, new WordPreTokenizer()] : definition.PreTokenizers;
        ILookup<bool, AddedToken> tokens = definition.AddedTokens.ToLookup(IsMatchedLate);
        _plain = Matcher(tokens[false].Where(token => !token.Special));
        _plainNormalized = Matcher(tokens[true].Where(token => !token.Special));
        _all = Matcher(tokens[false]);
        _allNormalized = Matcher(tokens[true]);
    }

    public int[] Encode(string text, bool allowSpecial, SectionPlace place)
    {
        var ids = new List<int>(text.Length / 2 + 4);
        AddedTokenMatcher normalized = allowSpecial ? _allNormalized : _plainNormalized;
        Cut(text.AsMemory(), allowSpecial ? _all : _plain, place, ids, (section, sectionPlace) =>
            Cut(Normalize(section, sectionPlace), normalized, sectionPlace, ids, (part, partPlace) => EncodePlain(part, partPlace, ids)));
        return [.. ids];
    }

    /// <summary>Adds the added tokens of a text, and has <paramref name="encode"/> add what stands between them.</summary>
    private static void Cut(
        ReadOnlyMemory<char> text, AddedTokenMatcher matcher, SectionPlace place, List<int> ids, Action<ReadOnlyMemory<char>, SectionPlace> encode)
    {
        int done = 0;
        while (!matcher.IsEmpty && matcher.Find(text.Span, done, out int start, out int end) is { } token)
        {
            if (start > done)
                encode(text[done..start], place);
            ids.Add(token.Id);
            // Behind a token that is text, a space would be one that nobody wrote.
            place = token.Special ? SectionPlace.Later : SectionPlace.Continued;
            done = end;
        }

        if (done < text.Length)
            encode(text[done..], place);
    }

    private ReadOnlyMemory<char> Normalize(ReadOnlyMemory<char> section, SectionPlace place)
    {
        if (_normalizers.Count == 0)
            return section;
        return _normalizers.Aggregate(section.ToString(), (text, step) => step.Apply(text, place)).AsMemory();
    }

    private void EncodePlain(ReadOnlyMemory<char> text, SectionPlace place, List<int> ids)
    {
        List<ReadOnlyMemory<char>> pieces = [text];
        foreach (IPreTokenizer step in _preTokenizers)
        {
            List<ReadOnlyMemory<char>> cut = [];
            for (int i = 0; i < pieces.Count; i++)
                step.Split(pieces[i], place == SectionPlace.First && i > 0 ? SectionPlace.Later : place, cut);
            pieces = cut;
        }

        foreach (ReadOnlyMemory<char> piece in CollectionsMarshal.AsSpan(pieces))
            ids.AddRange(_cache.Encode(piece.Span));
    }

    /// <summary>
    /// Control tokens that the normalisers leave as they are need not wait for them. Old files of Llama 2 have such; a space that is put before
    /// a section would else stand before the token that begins the text.
    /// </summary>
    private bool IsMatchedLate(AddedToken token) => token.Normalized && !(token.Special && Normalized(token) == token.Content);

    /// <summary>Tokens matched in normalised text are looked for as the normalisers leave them, but for a text put before.</summary>
    private AddedTokenMatcher Matcher(IEnumerable<AddedToken> tokens) =>
        new(tokens.Select(token => (token, token.Normalized ? Normalized(token) : token.Content)));

    private string Normalized(AddedToken token) => Normalize(token.Content.AsMemory(), SectionPlace.Continued).ToString();
}
